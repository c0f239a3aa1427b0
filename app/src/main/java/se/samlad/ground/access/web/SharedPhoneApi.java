package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.access.proof.Passwords;
import se.samlad.ground.access.proof.SharedPhones;
import se.samlad.ground.access.proof.Slowdown;
import se.samlad.ground.access.session.Door;
import se.samlad.ground.access.session.MemberRights;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;

/**
 * A phone several reporters share: each chooses a PIN there after a login, and comes back by it to report. The answers carry what opens the
 * member's own queue on that phone. Sent by script, as the kept page holds no token that can be trusted to live.
 */
@RestController
@RequestMapping(path = "/rapportera/telefon", produces = MediaType.APPLICATION_JSON_VALUE)
class SharedPhoneApi {

  private final SharedPhones phones;
  private final PhoneCookie cookie;
  private final Passwords passwords;
  private final Slowdown slowdown;
  private final MemberRights rights;
  private final Tenancy tenancy;
  private final Door door;

  SharedPhoneApi(
      SharedPhones phones,
      PhoneCookie cookie,
      Passwords passwords,
      Slowdown slowdown,
      MemberRights rights,
      Tenancy tenancy,
      Door door) {
    this.phones = phones;
    this.cookie = cookie;
    this.passwords = passwords;
    this.slowdown = slowdown;
    this.rights = rights;
    this.tenancy = tenancy;
    this.door = door;
  }

  record Chosen(@Nullable String pin) {}

  record Change(@Nullable UUID jag, @Nullable String pin) {}

  @PutMapping(path = "/pin", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RequiresRole(Role.REPORTER)
  Map<String, String> choose(
      @RequestBody Chosen chosen, HttpServletRequest request, HttpServletResponse response) {
    if (SignedIn.find().map(SignedIn::reportOnly).orElse(true)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "access.phone.login");
    }
    PhoneCookie.Phone phone = cookie.keep(CurrentActor.get().municipality(), request, response);
    return opener(phones.choose(phone.id(), chosen.pin() == null ? "" : chosen.pin()));
  }

  /** After a login: opens the member's queue without the PIN. */
  @PutMapping("/nyckel")
  @RequiresRole(Role.REPORTER)
  Map<String, String> key(HttpServletRequest request) {
    return cookie
        .of(request)
        .filter(phone -> phone.municipality().equals(CurrentActor.get().municipality()))
        .flatMap(phone -> phones.opener(phone.id()))
        .map(SharedPhoneApi::opener)
        .orElse(Map.of());
  }

  @PutMapping("/glom")
  @RequiresRole(Role.REPORTER)
  Map<String, String> forget(HttpServletRequest request) {
    cookie.of(request).ifPresent(phone -> phones.forget(phone.id()));
    return Map.of();
  }

  /** Changes who uses the phone. */
  @PutMapping(path = "/byt", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> change(
      @RequestBody Change change, HttpServletRequest request) {
    Optional<PhoneCookie.Phone> known = cookie.of(request);
    UUID member = change.jag();
    String pin = change.pin();
    if (known.isEmpty() || member == null || pin == null || pin.length() > 12) {
      return refused("okand");
    }
    PhoneCookie.Phone phone = known.get();
    String account = "pin " + phone.id() + " " + member;
    Duration wait = slowdown.remaining(account, request.getRemoteAddr());
    if (wait.isPositive()) {
      return ResponseEntity.status(429)
          .header("Retry-After", Long.toString(wait.toSeconds() + 1))
          .body(Map.of("fel", "vanta"));
    }
    Actor system = Actor.system(phone.municipality());
    Optional<String> hash = tenancy.as(system, () -> phones.attempt(phone.id(), member));
    boolean right = passwords.matches(pin, hash);
    if (!right || !reports(phone, member)) {
      slowdown.failed(account, request.getRemoteAddr());
      return refused(hash.isEmpty() ? "logga-in" : "fel-pin");
    }
    slowdown.succeeded(account, request.getRemoteAddr());
    SharedPhones.Opened opened = tenancy.as(system, () -> phones.succeeded(phone.id(), member));
    door.openByPin(request, phone.municipality(), member, opened.since());
    return ResponseEntity.ok(opener(opened.opener()));
  }

  private boolean reports(PhoneCookie.Phone phone, UUID member) {
    return rights
        .find(phone.municipality(), member)
        .filter(held -> held.roles().contains(Role.REPORTER))
        .isPresent();
  }

  private static ResponseEntity<Map<String, String>> refused(String why) {
    return ResponseEntity.status(403).body(Map.of("fel", why));
  }

  private static Map<String, String> opener(byte[] opener) {
    return Map.of("oppnare", Base64.getEncoder().encodeToString(opener));
  }
}
