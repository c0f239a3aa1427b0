package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.ApiToken;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.ApiTokens.Issued;
import se.samlad.ground.access.Grant;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.NavItem;

/**
 * {@code /admin/nycklar}: the API tokens of partners' own systems (Swedish: API-nycklar). One issued here sends an organisation's reports
 * and reads how they stand; it acts for a service account of that organisation, and its secret is shown once.
 */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/admin/nycklar")
@RequiresRole(Role.ADMINISTRATOR)
class TokenPages {

  /** What a partner's system needs: its reports, and the lists that its own codes are matched with. */
  static final Set<Scope> REPORTING =
      EnumSet.of(Scope.REPORTS_WRITE, Scope.REPORTS_READ, Scope.CATEGORIES_READ, Scope.AREAS_READ);

  private static final List<Integer> DAYS = List.of(365, 90, 730);

  private final ApiTokens tokens;
  private final Organisations organisations;
  private final Members members;
  private final MessageSource messages;
  private final Clock clock;

  TokenPages(
      ApiTokens tokens,
      Organisations organisations,
      Members members,
      MessageSource messages,
      Clock clock) {
    this.tokens = tokens;
    this.organisations = organisations;
    this.members = members;
    this.messages = messages;
    this.clock = clock;
  }

  /** A token as listed; the secret is nowhere. */
  record Line(
      UUID id,
      String name,
      String organisation,
      String mayDo,
      Instant createdAt,
      @Nullable Instant lastUsed,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt,
      boolean usable) {}

  /** What was chosen, kept when something has to be mended. */
  record Typed(String namn, String organisation, String dagar) {}

  record Page(
      List<Crumb> crumbs,
      List<Line> lines,
      Typed typed,
      List<Choice> organisations,
      List<Choice> days) {}

  record SecretPage(
      List<Crumb> crumbs, String name, String organisation, String secret, boolean rotated) {}

  @Bean
  static NavItem tokensLink() {
    return NavItem.admin(60, "/admin/nycklar", "access.tokens.title", "nyckel", Role.ADMINISTRATOR);
  }

  @GetMapping
  String list(Model model, Locale locale) {
    return show(model, locale, new Typed("", "", "365"), List.of());
  }

  /** Issues a token. The secret stands in this answer and nowhere else. */
  @PostMapping
  String issue(
      @RequestParam(defaultValue = "") String namn,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") String dagar,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Organisation owner;
    Duration lasts;
    try {
      owner = owner(organisation);
      lasts = lasts(dagar);
      requireName(namn.strip());
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return show(model, locale, new Typed(namn, organisation, dagar), sentences(invalid, locale));
    }
    UUID principal = members
        .addServiceAccount(namn.strip(), List.of(Grant.of(Role.REPORTER, owner.id())))
        .id();
    Issued issued = tokens.issue(
        owner.id(), principal, namn.strip(), REPORTING, clock.instant().plus(lasts));
    return secret(model, locale, issued, owner.name(), false);
  }

  /** A new secret for the same account; the old one is dead at once. */
  @PostMapping("/{token}/byt")
  String rotate(@PathVariable("token") UUID token, Model model, Locale locale) {
    Issued issued = tokens.rotate(token);
    String owner = organisations
        .find(issued.token().organisation())
        .map(Organisation::name)
        .orElse("");
    return secret(model, locale, issued, owner, true);
  }

  @PostMapping("/{token}/aterkalla")
  String revoke(@PathVariable("token") UUID token, RedirectAttributes flash) {
    tokens.revoke(token);
    flash.addFlashAttribute("notice", "access.tokens.revoked");
    return "redirect:/admin/nycklar";
  }

  private Organisation owner(String organisation) {
    return organisations.list().stream()
        .filter(each -> each.id().toString().equals(organisation))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("organisation", "access.tokens.organisation.choose"));
  }

  private static Duration lasts(String days) {
    return DAYS.stream()
        .filter(each -> days.equals(each.toString()))
        .map(Duration::ofDays)
        .findFirst()
        .orElseThrow(() -> new InvalidInput("dagar", "access.tokens.days.choose"));
  }

  private static void requireName(String name) {
    if (name.length() < 2
        || name.length() > 60
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("namn", "access.tokens.name.length");
    }
  }

  private String show(Model model, Locale locale, Typed typed, List<FieldError> errors) {
    Map<UUID, String> names = organisations.all().stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
    Map<UUID, Instant> uses = tokens.lastUses();
    Instant now = clock.instant();
    model.addAttribute("errors", errors);
    model.addAttribute(
        "page",
        new Page(
            crumbs(locale),
            tokens.list().stream()
                .map(token -> line(token, names, uses.get(token.id()), now, locale))
                .toList(),
            typed,
            organisations.list().stream()
                .map(each -> new Choice(each.id().toString(), each.name()))
                .toList(),
            DAYS.stream()
                .map(
                    each -> new Choice(each.toString(), text("access.tokens.days." + each, locale)))
                .toList()));
    return "access/tokens";
  }

  private Line line(
      ApiToken token,
      Map<UUID, String> organisationNames,
      @Nullable Instant used,
      Instant now,
      Locale locale) {
    return new Line(
        token.id(),
        token.name(),
        organisationNames.getOrDefault(token.organisation(), ""),
        mayDo(token.scopes(), locale),
        token.createdAt(),
        used,
        token.expiresAt(),
        token.revokedAt(),
        token.usableAt(now));
  }

  private String mayDo(Set<Scope> scopes, Locale locale) {
    if (scopes.equals(REPORTING)) {
      return text("access.tokens.reporting", locale);
    }
    return scopes.size() == Scope.values().length
        ? text("access.tokens.everything", locale)
        : scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(", "));
  }

  private String secret(
      Model model, Locale locale, Issued issued, String organisation, boolean rotated) {
    model.addAttribute(
        "page",
        new SecretPage(
            crumbs(locale), issued.token().name(), organisation, issued.secret(), rotated));
    return "access/token-secret";
  }

  private List<Crumb> crumbs(Locale locale) {
    return Arrays.asList(
        new Crumb("/admin", text("web.admin", locale)),
        new Crumb("/admin/nycklar", text("access.tokens.title", locale)));
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }

  private List<FieldError> sentences(InvalidInput invalid, Locale locale) {
    return invalid.problems().stream()
        .map(problem -> new FieldError(
            problem.field(),
            messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)))
        .toList();
  }
}
