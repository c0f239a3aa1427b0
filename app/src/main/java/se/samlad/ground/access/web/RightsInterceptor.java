package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.samlad.ground.access.ApiToken;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;

/** The one place where roles and scopes are checked: before the handler runs, by what stands on it. */
@Component
class RightsInterceptor implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      requireRole(method);
      requireScope(method);
    }
    return true;
  }

  private static void requireRole(HandlerMethod method) {
    RequiresRole required = on(method, RequiresRole.class);
    if (required == null
        || CurrentActor.find()
            .filter(actor -> Arrays.stream(required.value()).anyMatch(actor::has))
            .isPresent()) {
      return;
    }
    boolean lacksSecondFactor = SignedIn.find()
        .filter(signedIn ->
            Arrays.stream(required.value()).anyMatch(signedIn.lackingSecondFactor()::contains))
        .isPresent();
    throw new Refused(
        Refused.Kind.NOT_ALLOWED,
        lacksSecondFactor
            ? "access.refused.secondFactor"
            : "access.refused.role." + first(required));
  }

  private static void requireScope(HandlerMethod method) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof ApiToken token)) {
      return;
    }
    RequiresScope required = on(method, RequiresScope.class);
    if (required == null || !token.scopes().contains(required.value())) {
      throw new Refused(
          Refused.Kind.NOT_ALLOWED,
          "access.refused.scope",
          required == null ? "?" : required.value().text());
    }
  }

  private static Role first(RequiresRole required) {
    return required.value()[0];
  }

  private static <A extends Annotation> @Nullable A on(HandlerMethod method, Class<A> type) {
    A own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
  }
}
