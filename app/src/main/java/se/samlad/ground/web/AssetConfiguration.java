package se.samlad.ground.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style sheets, scripts, fonts and icons: templates write {@code @{/css/samlad.css}} and get an address that carries the content's digest,
 * kept for a year; the plain address works too and is asked about each time. Nothing else is a static file. The API's answers get
 * their ETag here as well.
 */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

  private static final List<String> FOLDERS = List.of("css", "js", "fonts", "ikoner", "vendor");

  /** Files whose address is fixed by others: the service worker's reach follows its address. */
  private static final String AT_ROOT = "/{file:sw\\.js|favicon\\.svg|manifest\\.webmanifest}";

  private static final Pattern DIGEST = Pattern.compile(".*-[0-9a-f]{32}\\.[a-z0-9]+");
  private static final Pattern ASSET = Pattern.compile("/(css|js|fonts|ikoner|vendor)/.*");

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    for (String folder : FOLDERS) {
      add(registry.addResourceHandler("/" + folder + "/**"), "classpath:/static/" + folder + "/");
    }
    add(registry.addResourceHandler(AT_ROOT), "classpath:/static/");
  }

  private static void add(ResourceHandlerRegistration handler, String location) {
    handler
        .addResourceLocations(location)
        .setUseLastModified(false)
        .setEtagGenerator(AssetConfiguration::digest)
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
        .addResolver(new StyleSheets())
        .addResolver(new ScriptBundles())
        .addTransformer(new CssLinkResourceTransformer());
  }

  @Bean
  FilterRegistrationBean<ResourceUrlEncodingFilter> assetAddresses() {
    return new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> assetCaching() {
    var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Caching());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return registration;
  }

  @Bean
  FilterRegistrationBean<EntityTags> entityTags() {
    var registration = new FilterRegistrationBean<>(new EntityTags());
    registration.addUrlPatterns("/api/v1/*");
    return registration;
  }

  private static String digest(Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      return DigestUtils.md5DigestAsHex(content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Caching extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String path = request.getRequestURI();
      if (ASSET.matcher(path).matches()) {
        boolean named = DIGEST.matcher(path).matches();
        response.setHeader(
            HttpHeaders.CACHE_CONTROL,
            named ? "public, max-age=31536000, immutable" : "public, no-cache");
      }
      chain.doFilter(request, response);
    }
  }
}
