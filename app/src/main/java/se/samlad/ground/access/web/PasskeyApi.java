package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.access.proof.Logins.Account;
import se.samlad.ground.access.proof.Passkeys;
import se.samlad.ground.access.session.Door;
import se.samlad.ground.access.session.MemberRights;
import se.samlad.ground.access.session.OwnSessions;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Tenancy;

/**
 * What the script of the login and security pages asks when a passkey is made or shown. Each challenge lives five minutes in the session
 * and is used once, right or wrong.
 */
@RestController
class PasskeyApi {

  private static final String CHALLENGE = "samlad.passkey";
  private static final Duration LIVES = Duration.ofMinutes(5);
  private static final int MOST_BYTES = 20_000;

  private final Passkeys passkeys;
  private final MemberRights rights;
  private final OwnSessions sessions;
  private final Tenancy tenancy;
  private final Door door;
  private final Audit audit;
  private final FormErrors errors;
  private final Clock clock;

  PasskeyApi(
      Passkeys passkeys,
      MemberRights rights,
      OwnSessions sessions,
      Tenancy tenancy,
      Door door,
      Audit audit,
      FormErrors errors,
      Clock clock) {
    this.passkeys = passkeys;
    this.rights = rights;
    this.sessions = sessions;
    this.tenancy = tenancy;
    this.door = door;
    this.audit = audit;
    this.errors = errors;
    this.clock = clock;
  }

  @PostMapping("/logga-in/passnyckel/fraga")
  ResponseEntity<String> ask(HttpServletRequest request) {
    return json(passkeys.requestOptions(begin(request)));
  }

  @PostMapping("/logga-in/passnyckel")
  Map<String, String> enter(
      @RequestBody byte[] body,
      @RequestParam(defaultValue = "/") String till,
      HttpServletRequest request) {
    Account account = passkeys.accept(used(request, body), body);
    if (rights.find(account.municipality(), account.member()).isEmpty()) {
      throw new InvalidInput("passnyckel", "access.passkey.unknown");
    }
    tenancy.as(
        Actor.system(account.municipality()),
        () -> audit.record(
            "login.enter", "member", account.member(), Map.of("way", Door.Way.PASSKEY.name())));
    door.open(request, account.municipality(), account.member(), Door.Way.PASSKEY);
    return Map.of("till", LoginPages.inside(till));
  }

  @PostMapping("/jag/sakerhet/passnyckel/fraga")
  ResponseEntity<String> askForNew(HttpServletRequest request) {
    SignedIn me = owner();
    return json(passkeys.creationOptions(me.member(), me.displayName(), begin(request)));
  }

  /** The session is as good as one begun with the passkey; the member's other sessions end. */
  @PostMapping("/jag/sakerhet/passnyckel")
  Map<String, String> add(
      @RequestBody byte[] body,
      @RequestHeader(name = "Samlad-Namn", defaultValue = "") String label,
      HttpServletRequest request) {
    SignedIn me = owner();
    MunicipalityId municipality = CurrentActor.get().municipality();
    passkeys.add(me.member(), me.displayName(), used(request, body), body, decoded(label));
    sessions.endOthers(me.member(), request.getSession().getId());
    door.open(request, municipality, me.member(), Door.Way.PASSKEY);
    return Map.of("till", "/jag/sakerhet?ny");
  }

  /** The script shows the sentence where the button is. */
  @ExceptionHandler
  ResponseEntity<Map<String, String>> refused(InvalidInput invalid) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("fel", errors.of(invalid).getFirst().sentence()));
  }

  private String begin(HttpServletRequest request) {
    String challenge = Passkeys.challenge();
    request
        .getSession(true)
        .setAttribute(CHALLENGE, challenge + " " + clock.instant().getEpochSecond());
    return challenge;
  }

  private String used(HttpServletRequest request, byte[] body) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(CHALLENGE) instanceof String kept)) {
      throw new InvalidInput("passnyckel", "access.passkey.late");
    }
    session.removeAttribute(CHALLENGE);
    List<String> parts = List.of(kept.split(" ", 2));
    Instant begun = Instant.ofEpochSecond(Long.parseLong(parts.get(1)));
    if (body.length > MOST_BYTES || clock.instant().isAfter(begun.plus(LIVES))) {
      throw new InvalidInput("passnyckel", "access.passkey.late");
    }
    return parts.getFirst();
  }

  private static ResponseEntity<String> json(String text) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(text);
  }

  private static String decoded(String label) {
    return java.net.URLDecoder.decode(label, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static SignedIn owner() {
    return SignedIn.find().filter(me -> !me.demo()).orElseThrow(() -> new NotFound("member"));
  }
}
