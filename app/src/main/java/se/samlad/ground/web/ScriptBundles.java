package se.samlad.ground.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Answers a module in a folder under js with the modules it imports from that folder put before it, comments gone: a phone loads one file
 * whose digest follows all of them, though each behaviour has a file of its own. Modules that are put together must not share names at
 * their top; they import by name only.
 */
class ScriptBundles extends AbstractResourceResolver {

  private static final Pattern BUNDLED = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+\\.js");
  private static final Pattern IMPORT =
      Pattern.compile("^import \\{[^}]*\\} from '\\./([a-z0-9-]+\\.js)';\\n", Pattern.MULTILINE);
  private static final Pattern EXPORT =
      Pattern.compile("^export (?=async function|function|const|let|class)", Pattern.MULTILINE);
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/[ ]?", Pattern.DOTALL);
  private static final Pattern REMARK = Pattern.compile("^\\s*//.*$", Pattern.MULTILINE);
  private static final Pattern SPACE = Pattern.compile("\\s*\n\\s*");

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    Resource script = chain.resolveResource(request, path, locations);
    if (script == null || !BUNDLED.matcher(path).matches()) {
      return script;
    }
    try {
      Map<String, String> modules = new LinkedHashMap<>();
      gather(script, modules, true);
      return new Bundle(small(String.join("\n", modules.values())), script);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  protected @Nullable String resolveUrlPathInternal(
      String path, List<? extends Resource> locations, ResourceResolverChain chain) {
    return chain.resolveUrlPath(path, locations);
  }

  /** What a module imports comes before it, each once; what the first one exports it exports still. */
  private static void gather(Resource module, Map<String, String> modules, boolean first)
      throws IOException {
    String name = String.valueOf(module.getFilename());
    if (modules.containsKey(name)) {
      return;
    }
    String source = module.getContentAsString(StandardCharsets.UTF_8);
    Matcher imports = IMPORT.matcher(source);
    while (imports.find()) {
      gather(module.createRelative(imports.group(1)), modules, false);
    }
    String bare = IMPORT.matcher(source).replaceAll("");
    modules.put(name, first ? bare : EXPORT.matcher(bare).replaceAll(""));
  }

  private static String small(String script) {
    String bare = REMARK.matcher(COMMENT.matcher(script).replaceAll("")).replaceAll("");
    return SPACE.matcher(bare).replaceAll("\n").strip();
  }

  /** Keeps the entry's own name and place, which the content type and relative addresses follow. */
  private static final class Bundle extends ByteArrayResource {

    private final Resource original;

    Bundle(String script, Resource original) {
      super(script.getBytes(StandardCharsets.UTF_8), original.getDescription());
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
      return other instanceof Bundle bundle
          && bundle.original.equals(original)
          && super.equals(other);
    }

    @Override
    public int hashCode() {
      return original.hashCode();
    }
  }
}
