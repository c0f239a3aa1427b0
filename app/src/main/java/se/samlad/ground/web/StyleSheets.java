package se.samlad.ground.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Answers a style sheet with its imports inlined and its comments and indents gone, so that a page loads one file though there is one sheet per component. */
class StyleSheets extends AbstractResourceResolver {

  private static final Pattern IMPORT = Pattern.compile("@import \"([\\w/-]+\\.css)\";\n");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("\\s*\n\\s*");

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    Resource sheet = chain.resolveResource(request, path, locations);
    if (sheet == null || !path.endsWith(".css")) {
      return sheet;
    }
    try {
      return new Inlined(small(inline(sheet)), sheet);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  protected @Nullable String resolveUrlPathInternal(
      String path, List<? extends Resource> locations, ResourceResolverChain chain) {
    return chain.resolveUrlPath(path, locations);
  }

  private static String inline(Resource sheet) throws IOException {
    Matcher imports = IMPORT.matcher(sheet.getContentAsString(StandardCharsets.UTF_8));
    StringBuilder whole = new StringBuilder();
    while (imports.find()) {
      String imported = inline(sheet.createRelative(imports.group(1)));
      imports.appendReplacement(whole, Matcher.quoteReplacement(imported));
    }
    return imports.appendTail(whole).toString();
  }

  private static String small(String css) {
    String bare = COMMENT.matcher(css).replaceAll("");
    return SPACE.matcher(bare).replaceAll((MatchResult space) -> "\n").strip();
  }

  /** Keeps the sheet's own name and place, which the content type and relative addresses follow. */
  private static final class Inlined extends ByteArrayResource {

    private final Resource original;

    Inlined(String css, Resource original) {
      super(css.getBytes(StandardCharsets.UTF_8), original.getDescription());
      this.original = original;
    }

    @Override
    public @Nullable String getFilename() {
      return original.getFilename();
    }

    @Override
    public long lastModified() throws IOException {
      return original.lastModified();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Inlined inlined
          && inlined.original.equals(original)
          && super.equals(other);
    }

    @Override
    public int hashCode() {
      return original.hashCode();
    }
  }
}
