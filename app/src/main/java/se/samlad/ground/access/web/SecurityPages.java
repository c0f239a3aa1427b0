package se.samlad.ground.access.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.access.proof.Logins;
import se.samlad.ground.access.proof.OneTimeCode;
import se.samlad.ground.access.proof.Passkeys;
import se.samlad.ground.access.proof.Passwords;
import se.samlad.ground.access.proof.SecondFactors;
import se.samlad.ground.access.session.Door;
import se.samlad.ground.access.session.OwnSessions;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.NotFound;

/** The member's own door: password, code app, recovery codes and sessions. Role cards of the demo have none of it. */
@Controller
class SecurityPages {

  private final Passwords passwords;
  private final Logins logins;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final OwnSessions sessions;
  private final Door door;
  private final FormErrors errors;

  SecurityPages(
      Passwords passwords,
      Logins logins,
      SecondFactors factors,
      Passkeys passkeys,
      OwnSessions sessions,
      Door door,
      FormErrors errors) {
    this.passwords = passwords;
    this.logins = logins;
    this.factors = factors;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.door = door;
    this.errors = errors;
  }

  /** What the page shows. */
  record SecurityPage(
      boolean demo,
      boolean lacking,
      boolean app,
      List<Passkeys.Held> passkeys,
      String host,
      List<OwnSessions.OwnSession> sessions) {}

  @GetMapping("/jag/sakerhet")
  String show(HttpServletRequest request, Model model) {
    SignedIn me = me();
    model.addAttribute(
        "page",
        new SecurityPage(
            me.demo(),
            !me.lackingSecondFactor().isEmpty(),
            factors.hasApp(me.member()),
            me.demo() ? List.of() : passkeys.list(me.member()),
            passkeys.host(),
            me.demo() ? List.of() : sessions.list(me.member(), sessionId(request))));
    return "access/security";
  }

  @PostMapping("/jag/sakerhet/losenord")
  String changePassword(
      @RequestParam(defaultValue = "") String nuvarande,
      @RequestParam(defaultValue = "") String losenord,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    SignedIn me = owner();
    try {
      if (nuvarande.length() > 300 || !passwords.matches(nuvarande, passwords.find(me.member()))) {
        throw new InvalidInput("nuvarande", "access.security.wrongPassword");
      }
      passwords.set(me.member(), losenord, logins.address(me.member()).orElse(""));
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("errors", errors.of(invalid));
      return show(request, model);
    }
    sessions.endOthers(me.member(), sessionId(request));
    flash.addFlashAttribute("notice", "access.security.passwordChanged");
    return "redirect:/jag/sakerhet";
  }

  @GetMapping("/jag/sakerhet/kodapp")
  String app(Model model) {
    SignedIn me = owner();
    if (factors.hasApp(me.member())) {
      return "redirect:/jag/sakerhet";
    }
    model.addAttribute("secret", spaced(OneTimeCode.base32(factors.begin(me.member()))));
    return "access/app";
  }

  /** The picture a code app reads: drawn here, so that the secret goes to no other server. */
  @GetMapping("/jag/sakerhet/kodapp.svg")
  ResponseEntity<String> picture() throws WriterException {
    SignedIn me = owner();
    if (factors.hasApp(me.member())) {
      throw new NotFound("picture");
    }
    String label = URLEncoder.encode("Samlad " + me.municipality(), StandardCharsets.UTF_8)
        .replace("+", "%20");
    String address = "otpauth://totp/" + label + "?issuer=Samlad&secret="
        + OneTimeCode.base32(factors.begin(me.member()));
    BitMatrix code = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        if (code.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("image/svg+xml"))
        .header("Cache-Control", "no-store")
        .body("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + code.getWidth() + " "
            + code.getHeight() + "\"><path fill=\"#fff\" d=\"M0 0h" + code.getWidth() + "v"
            + code.getHeight() + "H0z\"/><path d=\"" + path + "\"/></svg>");
  }

  @PostMapping("/jag/sakerhet/kodapp")
  String confirm(
      @RequestParam(defaultValue = "") String kod,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SignedIn me = owner();
    MunicipalityId municipality = CurrentActor.get().municipality();
    List<String> codes = kod.length() > 40 ? List.of() : factors.confirm(me.member(), kod);
    if (codes.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("errors", errors.of("kod", "access.login.wrongCode"));
      return app(model);
    }
    door.open(request, municipality, me.member(), Door.Way.SECOND_FACTOR);
    model.addAttribute("codes", codes);
    return "access/codes";
  }

  /** Takes the app away, against a code from it, so that a phone left open is not enough. */
  @PostMapping("/jag/sakerhet/kodapp/avslut")
  String remove(
      @RequestParam(defaultValue = "") String kod,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    SignedIn me = owner();
    MunicipalityId municipality = CurrentActor.get().municipality();
    if (kod.length() > 40 || !factors.accepts(me.member(), kod)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("errors", errors.of("kod", "access.login.wrongCode"));
      return show(request, model);
    }
    factors.remove(me.member());
    sessions.endOthers(me.member(), sessionId(request));
    door.open(request, municipality, me.member(), Door.Way.PASSWORD_ALONE);
    flash.addFlashAttribute("notice", "access.security.appRemoved");
    return "redirect:/jag/sakerhet";
  }

  /** Whoever signed in by a password alone cannot have a passkey, so the one who removes has shown a second factor. */
  @PostMapping("/jag/sakerhet/passnyckel/{id}/avslut")
  String removePasskey(
      @PathVariable String id, HttpServletRequest request, RedirectAttributes flash) {
    SignedIn me = owner();
    passkeys.remove(me.member(), id);
    sessions.endOthers(me.member(), sessionId(request));
    flash.addFlashAttribute("notice", "access.passkey.removed");
    return "redirect:/jag/sakerhet";
  }

  /** Ten new codes for the day phone and key are gone; only for those who have shown a second factor. */
  @PostMapping("/jag/sakerhet/koder")
  String renewCodes(Model model) {
    SignedIn me = owner();
    if (!factors.hasApp(me.member()) && !passkeys.has(me.member())) {
      throw new NotFound("second factor");
    }
    model.addAttribute("codes", factors.renewRecoveryCodes(me.member()));
    return "access/codes";
  }

  @PostMapping("/jag/sakerhet/sessioner/{key}/avslut")
  String end(@PathVariable UUID key, RedirectAttributes flash) {
    if (!sessions.end(owner().member(), key.toString())) {
      throw new NotFound("session");
    }
    flash.addFlashAttribute("notice", "access.security.sessionEnded");
    return "redirect:/jag/sakerhet";
  }

  private static SignedIn me() {
    return SignedIn.find().orElseThrow(() -> new NotFound("member"));
  }

  /** Whoever came in by a role card shares the account with everybody and may not lock others out of it. */
  private static SignedIn owner() {
    return Optional.of(me()).filter(me -> !me.demo()).orElseThrow(() -> new NotFound("member"));
  }

  private static String sessionId(HttpServletRequest request) {
    return request.getSession().getId();
  }

  private static String spaced(String secret) {
    return secret.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
