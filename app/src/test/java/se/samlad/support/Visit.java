package se.samlad.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.samlad.ground.access.DemoRole;

/**
 * One browser with its own cookies and stores. Closing it checks what must hold on every page: no request left the application's own
 * host, no script failed, and the content security policy stopped nothing.
 */
public final class Visit implements AutoCloseable {

  private static final Path AXE = Path.of("node_modules", "axe-core", "axe.min.js");
  private static final Path PICTURES = Path.of("target", "pictures");

  private final BrowserContext context;
  private final Page page;
  private final String address;
  private final List<String> faults = new ArrayList<>();

  Visit(BrowserContext context, String address) {
    this.context = context;
    this.address = address;
    context.onRequest(request -> {
      String url = request.url();
      if (!url.startsWith(address) && !url.startsWith("data:") && !url.startsWith("blob:")) {
        faults.add("a request left the host: " + url);
      }
    });
    context.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        faults.add(message.text());
      }
    });
    context.onWebError(error -> faults.add("script failed: " + error.error()));
    context.setDefaultTimeout(15_000);
    this.page = context.newPage();
  }

  public Page page() {
    return page;
  }

  public BrowserContext context() {
    return context;
  }

  /** Opens a path of the application. */
  public Page open(String path) {
    page.navigate(path);
    return page;
  }

  /** Walks in through a role card of a demo town, see {@link TestTown#demo} and {@link TestTown.Person#playing}. */
  public Page enter(TestTown town, DemoRole role) {
    open("/demo?kommun=" + town.slug());
    page.evaluate("() => document.querySelectorAll('details').forEach(more => more.open = true)");
    page.locator("form[action='/demo/" + role.code() + "'] button").first().click();
    page.waitForURL(url -> !url.contains("/demo"));
    return page;
  }

  /** The page as it stands needs no sideways scroll, and axe finds nothing wrong in what WCAG 2.2 A and AA and good practice ask for. */
  public void isAccessible() {
    assertThat(page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth"))
        .as("pixels wider than the window, " + page.url())
        .isEqualTo(0);
    Object violations = runAxe();
    assertThat(((List<?>) violations).stream().map(Visit::told).toList())
        .as("axe on " + page.url())
        .isEmpty();
  }

  /** Writes target/pictures/NAME.png, to be looked at beside the drafts. */
  public void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  public void wholePicture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
    assertThat(faults).as("what no page may do").isEmpty();
  }

  private Object runAxe() {
    page.evaluate(axe());
    return page.evaluate("""
        async () => (await axe.run(document, {
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
        })).violations.map(v => ({ id: v.id, help: v.help, nodes: v.nodes.map(n => n.html + ' · ' + n.failureSummary) }))
        """);
  }

  private static String axe() {
    try {
      return Files.readString(AXE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String told(Object violation) {
    Map<?, ?> found = (Map<?, ?>) violation;
    return found.get("id") + ": " + found.get("help") + "\n  " + found.get("nodes");
  }
}
