package se.samlad.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Opens visits to the application of a {@link BrowserTest}: {@code doors.phone()}, {@code doors.desk()}. One browser serves the JVM. */
@TestComponent
public class Doors {

  private static final List<String> FLAGS = List.of(
      "--no-sandbox",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync");

  private static @Nullable Browser browser;

  private final Environment environment;

  Doors(Environment environment) {
    this.environment = environment;
  }

  /** A phone in the hand: 360 x 740, touch. */
  public Visit phone() {
    return visit(phoneOptions());
  }

  public Visit desk() {
    return visit(deskOptions());
  }

  public static Browser.NewContextOptions phoneOptions() {
    return options(360, 740).setHasTouch(true).setIsMobile(true).setDeviceScaleFactor(2);
  }

  public static Browser.NewContextOptions deskOptions() {
    return options(1440, 900);
  }

  /** A visit with a context of its own; change {@link #phoneOptions} or {@link #deskOptions} for dark, without script, narrow. */
  public Visit visit(Browser.NewContextOptions options) {
    return new Visit(chromium().newContext(options.setBaseURL(address())), address());
  }

  /** At a desk, under another name of this machine: passkeys are bound to {@code localhost}. */
  public Visit at(String host) {
    String named = address().replace("127.0.0.1", host);
    return new Visit(chromium().newContext(deskOptions().setBaseURL(named)), named);
  }

  public String address() {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
  }

  private static Browser.NewContextOptions options(int width, int height) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setLocale("sv-SE")
        .setTimezoneId("Europe/Stockholm")
        .setColorScheme(ColorScheme.LIGHT);
  }

  private static synchronized Browser chromium() {
    Browser open = browser;
    if (open == null) {
      Playwright playwright = Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      open = playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS));
      browser = open;
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return open;
  }

  private static Path executable() {
    return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "the browser tests need Chromium: install the package chromium"));
  }
}
