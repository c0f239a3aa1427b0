package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.access.proof.Logins;
import se.samlad.ground.access.proof.Logins.Account;
import se.samlad.ground.access.proof.Passkeys;
import se.samlad.ground.access.proof.Passwords;
import se.samlad.ground.access.proof.SecondFactors;
import se.samlad.ground.access.proof.Slowdown;
import se.samlad.ground.access.session.Door;
import se.samlad.ground.access.session.MemberRights;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.web.FieldError;

/**
 * In by password and, where the role reads across organisations, a second factor. An unknown address and a wrong password get the same
 * answer after the same time; wrong guesses make the next try wait.
 */
@Controller
class LoginPages {

  private static final int LONGEST_FIELD = 300;

  private final Logins logins;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Slowdown slowdown;
  private final MemberRights rights;
  private final Municipalities municipalities;
  private final Tenancy tenancy;
  private final Door door;
  private final Audit audit;
  private final FormErrors errors;
  private final Clock clock;

  LoginPages(
      Logins logins,
      Passwords passwords,
      SecondFactors factors,
      Passkeys passkeys,
      Slowdown slowdown,
      MemberRights rights,
      Municipalities municipalities,
      Tenancy tenancy,
      Door door,
      Audit audit,
      FormErrors errors,
      Clock clock) {
    this.logins = logins;
    this.passwords = passwords;
    this.factors = factors;
    this.passkeys = passkeys;
    this.slowdown = slowdown;
    this.rights = rights;
    this.municipalities = municipalities;
    this.tenancy = tenancy;
    this.door = door;
    this.audit = audit;
    this.errors = errors;
    this.clock = clock;
  }

  /** The form's token is made before the page is written, so that a new session still fits in the answer's head. */
  @ModelAttribute
  void token(@Nullable CsrfToken token) {
    if (token != null) {
      token.getToken();
    }
  }

  /** What the page shows; what was typed is kept, the password is not. */
  record LoginPage(String till, String email, boolean stay, boolean demo, String host) {}

  @GetMapping("/logga-in")
  String form(@RequestParam(defaultValue = "/") String till, Model model) {
    return show(
        model, new LoginPage(inside(till), "", false, hasDemo(), passkeys.host()), List.of());
  }

  @PostMapping("/logga-in")
  String enter(
      @RequestParam(defaultValue = "") String epost,
      @RequestParam(defaultValue = "") String losenord,
      @RequestParam(defaultValue = "false") boolean stanna,
      @RequestParam(defaultValue = "/") String till,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    LoginPage page =
        new LoginPage(inside(till), shortened(epost), stanna, hasDemo(), passkeys.host());
    if (epost.isBlank() || losenord.isEmpty()) {
      return again(
          response, model, page, epost.isBlank() ? "epost" : "losenord", "access.login.missing");
    }
    if (epost.length() > LONGEST_FIELD || losenord.length() > LONGEST_FIELD) {
      return again(response, model, page, "epost", "access.login.tooLong", LONGEST_FIELD);
    }
    String account = "login " + epost.strip().toLowerCase(java.util.Locale.ROOT);
    Duration wait = slowdown.remaining(account, request.getRemoteAddr());
    if (wait.isPositive()) {
      return waiting(response, model, page, "epost", wait);
    }
    List<Account> opened = opened(epost, losenord);
    if (opened.isEmpty()) {
      slowdown.failed(account, request.getRemoteAddr());
      return again(response, model, page, "epost", "access.login.wrong");
    }
    slowdown.succeeded(account, request.getRemoteAddr());
    if (opened.size() > 1) {
      new PendingLogin(opened, page.till(), clock.instant()).keep(request);
      return "redirect:/logga-in/kommun";
    }
    return goOn(opened.getFirst(), page.till(), stanna, request);
  }

  @GetMapping("/logga-in/kommun")
  String municipalities(HttpServletRequest request, Model model) {
    PendingLogin pending = pending(request);
    model.addAttribute("choices", choices(pending));
    return "access/municipality";
  }

  @PostMapping("/logga-in/kommun")
  String choose(@RequestParam(defaultValue = "") String kommun, HttpServletRequest request) {
    PendingLogin pending = pending(request);
    Municipality chosen = choices(pending).stream()
        .filter(municipality -> municipality.slug().equals(kommun))
        .findFirst()
        .orElseThrow(() -> new NotFound("municipality"));
    Account account = pending.accounts().stream()
        .filter(candidate -> candidate.municipality().equals(chosen.id()))
        .findFirst()
        .orElseThrow();
    return goOn(account, pending.till(), false, request);
  }

  @GetMapping("/logga-in/kod")
  String codeForm(HttpServletRequest request, Model model) {
    Optional<PendingLogin> found = PendingLogin.find(request, clock.instant());
    return found.isPresent() ? codePage(found.get(), model) : "redirect:/logga-in";
  }

  @PostMapping("/logga-in/kod")
  String code(
      @RequestParam(defaultValue = "") String kod,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<PendingLogin> found = PendingLogin.find(request, clock.instant());
    if (found.isEmpty()) {
      return "redirect:/logga-in";
    }
    Account account = found.get().accounts().getFirst();
    String counted = "code " + account.member();
    Duration wait = slowdown.remaining(counted, request.getRemoteAddr());
    if (wait.isPositive()) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
      model.addAttribute("errors", errors.of("kod", "access.login.wait", wait.toSeconds() + 1));
      return codePage(found.get(), model);
    }
    boolean right = kod.length() <= 40
        && tenancy.as(
            Actor.system(account.municipality()), () -> factors.accepts(account.member(), kod));
    if (!right) {
      slowdown.failed(counted, request.getRemoteAddr());
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("errors", errors.of("kod", "access.login.wrongCode"));
      return codePage(found.get(), model);
    }
    slowdown.succeeded(counted, request.getRemoteAddr());
    return open(account, found.get().till(), Door.Way.SECOND_FACTOR, request);
  }

  /** What step two can be shown with. */
  record CodePage(String till, boolean passkey, String host) {}

  private String codePage(PendingLogin pending, Model model) {
    Account account = pending.accounts().getFirst();
    boolean passkey =
        tenancy.readAs(Actor.system(account.municipality()), () -> passkeys.has(account.member()));
    model.addAttribute("page", new CodePage(pending.till(), passkey, passkeys.host()));
    return "access/code";
  }

  private List<Account> opened(String email, String password) {
    List<Account> accounts = logins.find(email);
    if (accounts.isEmpty()) {
      passwords.matches(password, Optional.empty());
    }
    return accounts.stream()
        .filter(account -> passwords.matches(
            password,
            tenancy.readAs(
                Actor.system(account.municipality()), () -> passwords.find(account.member()))))
        .filter(account -> rights.find(account.municipality(), account.member()).isPresent())
        .toList();
  }

  private String goOn(Account account, String till, boolean stay, HttpServletRequest request) {
    MemberRights.Rights held = rights
        .find(account.municipality(), account.member())
        .orElseThrow(() -> new NotFound("account"));
    boolean hasSecondFactor = tenancy.readAs(
        Actor.system(account.municipality()),
        () -> factors.hasApp(account.member()) || passkeys.has(account.member()));
    if (hasSecondFactor) {
      new PendingLogin(List.of(account), till, clock.instant()).keep(request);
      return "redirect:/logga-in/kod";
    }
    if (held.needsSecondFactor()) {
      return open(account, "/jag/sakerhet", Door.Way.PASSWORD_ALONE, request);
    }
    boolean phone = stay && held.roles().contains(Role.REPORTER);
    return open(account, till, phone ? Door.Way.REPORTERS_PHONE : Door.Way.PASSWORD_ALONE, request);
  }

  private String open(Account account, String till, Door.Way way, HttpServletRequest request) {
    UUID member = account.member();
    tenancy.as(
        Actor.system(account.municipality()),
        () -> audit.record("login.enter", "member", member, java.util.Map.of("way", way.name())));
    door.open(request, account.municipality(), member, way);
    return "redirect:" + till;
  }

  private PendingLogin pending(HttpServletRequest request) {
    return PendingLogin.find(request, clock.instant()).orElseThrow(() -> new NotFound("login"));
  }

  private List<Municipality> choices(PendingLogin pending) {
    return pending.accounts().stream()
        .map(account -> tenancy.readAs(Actor.system(account.municipality()), municipalities::get))
        .toList();
  }

  private boolean hasDemo() {
    return municipalities.list().stream().anyMatch(Municipality::demo);
  }

  private String waiting(
      HttpServletResponse response, Model model, LoginPage page, String field, Duration wait) {
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
    return show(model, page, errors.of(field, "access.login.wait", wait.toSeconds() + 1));
  }

  private String again(
      HttpServletResponse response,
      Model model,
      LoginPage page,
      String field,
      String messageKey,
      Object... arguments) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(model, page, errors.of(field, messageKey, arguments));
  }

  private static String show(Model model, LoginPage page, List<FieldError> errors) {
    model.addAttribute("page", page);
    model.addAttribute("errors", errors);
    return "access/login";
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_FIELD ? text.substring(0, LONGEST_FIELD) : text;
  }

  /** Only a page of our own may follow a login. */
  static String inside(String till) {
    boolean own = till.startsWith("/")
        && !till.startsWith("//")
        && till.indexOf('\\') < 0
        && till.chars().noneMatch(Character::isISOControl)
        && till.length() <= 2_000;
    return own ? till : "/";
  }
}
