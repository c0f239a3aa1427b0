package se.samlad.ground.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;

/** Wording: every {@code messages/MODULE_sv.properties} with its English sister is found by itself; Swedish answers where English is silent. */
@Configuration(proxyBeanMethods = false)
class MessageConfiguration {

  private static final String SUFFIX = "_sv.properties";

  @Bean
  MessageSource messageSource() throws IOException {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setDefaultLocale(Preferences.SWEDISH);
    source.setBasenames(basenames().toArray(String[]::new));
    return source;
  }

  @Bean
  LocaleResolver localeResolver(PreferenceCookie preferences) {
    return new ChosenLocale(preferences);
  }

  private static List<String> basenames() throws IOException {
    Resource[] found =
        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + SUFFIX);
    return Arrays.stream(found)
        .map(resource -> Objects.requireNonNull(resource.getFilename()))
        .map(name -> "messages." + name.substring(0, name.length() - SUFFIX.length()))
        .distinct()
        .sorted()
        .toList();
  }

  /** The chosen language, else the first of the browser's that the pages speak, else Swedish. */
  private record ChosenLocale(PreferenceCookie preferences) implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
      Locale chosen = preferences.of(request).language();
      return chosen == null ? accepted(request) : chosen;
    }

    @Override
    public void setLocale(
        HttpServletRequest request,
        @Nullable HttpServletResponse response,
        @Nullable Locale locale) {
      throw new UnsupportedOperationException("the language is changed on the page /jag");
    }

    private static Locale accepted(HttpServletRequest request) {
      if (request.getHeader("Accept-Language") == null) {
        return Preferences.SWEDISH;
      }
      return Collections.list(request.getLocales()).stream()
          .flatMap(locale -> Preferences.language(locale.getLanguage()).stream())
          .findFirst()
          .orElse(Preferences.SWEDISH);
    }
  }
}
