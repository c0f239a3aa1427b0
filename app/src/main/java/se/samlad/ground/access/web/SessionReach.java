package se.samlad.ground.access.web;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.access.session.MemberAuthentication;

/** Any member reaches any page, where roles then decide; a reporter's phone that stays signed in reaches sending and statuses alone. */
class SessionReach implements AuthorizationManager<RequestAuthorizationContext> {

  private static final List<RequestMatcher> SENDING = List.of(
      PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/rapportera/**"),
      PathPatternRequestMatcher.pathPattern(HttpMethod.PUT, "/rapportera/**"),
      PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/rapportera/**"),
      PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/mina-rapporter"),
      PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/karta/bas/**"),
      PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/karta/stil/**"));

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    return new AuthorizationDecision(authentication.get() instanceof MemberAuthentication member
        && (!reportOnly(member.getPrincipal())
            || SENDING.stream().anyMatch(path -> path.matches(context.getRequest()))));
  }

  private static boolean reportOnly(SignedIn signedIn) {
    return signedIn.reportOnly();
  }
}
