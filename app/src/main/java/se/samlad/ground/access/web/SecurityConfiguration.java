package se.samlad.ground.access.web;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.security.web.authentication.SpringSessionRememberMeServices;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.session.ActorFilter;
import se.samlad.ground.access.session.SessionActors;
import se.samlad.ground.access.token.ApiProblems;
import se.samlad.ground.access.token.TokenFilter;

/**
 * Two doors: pages with a session cookie, and {@code /api} with bearer tokens alone. Error dispatches pass, or a 400 would turn into a
 * login page. Response headers are set by the web module, before anything here runs.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

  static final String[] PUBLIC = {
    "/",
    "/logga-in/**",
    "/logga-ut",
    "/demo/**",
    "/inbjudan/**",
    "/veckosvar/**",
    "/forsta-start/**",
    "/tillganglighet/**",
    "/hjalp/**",
    "/om/**",
    "/dataskydd-info/**",
    "/jag",
    "/jag/val",
    "/mer",
    "/halsa",
    "/rapportera/telefon/byt",
    "/k/**",
    "/ogc/**",
    "/error",
    "/css/**",
    "/js/**",
    "/fonts/**",
    "/ikoner/**",
    "/vendor/**",
    "/sw.js",
    "/favicon.svg",
    "/favicon.ico",
    "/manifest.webmanifest"
  };

  @Bean
  @Order(1)
  SecurityFilterChain apiChain(HttpSecurity http, TokenFilter tokens, ApiProblems problems) {
    return http.securityMatcher("/api/**")
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(tokens, AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(paths -> paths
            .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
            .permitAll()
            .requestMatchers("/api/v1/openapi.json")
            .permitAll()
            .anyRequest()
            .authenticated())
        .exceptionHandling(refusals -> refusals
            .authenticationEntryPoint((request, response, failure) -> {
              response.setHeader("WWW-Authenticate", "Bearer");
              problems.write(request, response, HttpStatus.UNAUTHORIZED, "access.api.noToken");
            })
            .accessDeniedHandler((request, response, failure) ->
                problems.write(request, response, HttpStatus.FORBIDDEN, "access.api.notAllowed")))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain webChain(
      HttpSecurity http,
      SessionActors sessions,
      Municipalities municipalities,
      LoginEntry entry,
      @Value("${samlad.public-url:}") String publicUrl) {
    var reports = PathPatternRequestMatcher.pathPattern(HttpMethod.PUT, "/rapportera/**");
    return http.securityContext(context -> context.securityContextRepository(sessions))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository())
            .ignoringRequestMatchers(reports))
        .addFilterBefore(new CrossSiteGuard(publicUrl, reports), CsrfFilter.class)
        .addFilterAfter(new ActorFilter(municipalities), AuthorizationFilter.class)
        .authorizeHttpRequests(paths -> paths
            .dispatcherTypeMatchers(
                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
            .permitAll()
            .requestMatchers(PUBLIC)
            .permitAll()
            .anyRequest()
            .access(new SessionReach()))
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint(entry).accessDeniedHandler(entry))
        .build();
  }

  /** The chain calls it; the container must not call it a second time for pages. */
  @Bean
  FilterRegistrationBean<TokenFilter> tokenFilterOnlyInChain(TokenFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  /** A host-bound cookie as soon as the public address is https. */
  @Bean
  CookieSerializer sessionCookie(@Value("${samlad.public-url:}") String publicUrl) {
    boolean https = !publicUrl.isBlank() && "https".equals(URI.create(publicUrl).getScheme());
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(https ? "__Host-samlad" : "samlad");
    cookie.setUseSecureCookie(https);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setCookiePath("/");
    cookie.setRememberMeRequestAttribute(SpringSessionRememberMeServices.REMEMBER_ME_LOGIN_ATTR);
    return cookie;
  }
}
