package se.samlad.ground.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.Role;

/** Makes the security context of a request from the ids in its session. Nothing is ever saved here: {@link Door} writes the session. */
@Component
public class SessionActors implements SecurityContextRepository {

  private final MemberRights rights;
  private final Clock clock;

  SessionActors(MemberRights rights, Clock clock) {
    this.rights = rights;
    this.clock = clock;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(() -> context(request));
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return context(holder.getRequest());
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return mark(request).isPresent();
  }

  /** Who the session belongs to, unless it is over. */
  public Optional<SessionMark> mark(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(SessionMark.ATTRIBUTE) instanceof String text)) {
      return Optional.empty();
    }
    Optional<SessionMark> mark = SessionMark.parse(text);
    if (mark.isEmpty() || mark.get().over(clock.instant())) {
      session.invalidate();
      return Optional.empty();
    }
    return mark;
  }

  private SecurityContext context(HttpServletRequest request) {
    SecurityContextImpl context = new SecurityContextImpl();
    mark(request).flatMap(this::authentication).ifPresent(context::setAuthentication);
    return context;
  }

  private Optional<MemberAuthentication> authentication(SessionMark mark) {
    return rights
        .find(mark.municipality(), mark.member())
        .filter(found -> found.demo() || !mark.demo())
        .map(found -> authentication(mark, found));
  }

  private MemberAuthentication authentication(SessionMark mark, MemberRights.Rights found) {
    Instant now = clock.instant();
    boolean reporterAlone = !mark.secondFactor() || mark.reportOnly(now);
    Set<Role> lacking = mark.secondFactor()
        ? Set.of()
        : found.roles().stream()
            .filter(Role::readsAcrossOrganisations)
            .collect(Collectors.toUnmodifiableSet());
    SignedIn signedIn = new SignedIn(
        mark.member(),
        found.displayName(),
        found.language(),
        found.municipalityName(),
        found.organisationName(),
        lacking,
        mark.reportOnly(now),
        found.demo(),
        mark.demo());
    return new MemberAuthentication(found.actor(ActorKind.PERSON, reporterAlone), signedIn);
  }

  private static final class Deferred implements DeferredSecurityContext {

    private final Supplier<SecurityContext> loader;
    private @Nullable SecurityContext loaded;

    private Deferred(Supplier<SecurityContext> loader) {
      this.loader = loader;
    }

    @Override
    public SecurityContext get() {
      if (loaded == null) {
        loaded = loader.get();
      }
      return loaded;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
