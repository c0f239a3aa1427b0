package se.samlad.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import se.samlad.Samlad;
import se.samlad.ground.storage.Settings;

/** Runs the application: with its web server until it is told to stop, or without for one piece of work. */
final class Web {

  private Web() {}

  /** Serves until interrupted; returns the exit code. The database is stopped after Spring. */
  static int serve(
      Settings settings,
      boolean demo,
      Consumer<ApplicationContext> prepare,
      PrintStream out,
      PrintStream err) {
    String busy = busyPort(settings);
    if (!busy.isEmpty()) {
      err.println(busy);
      return 1;
    }
    out.println("Startar Samlad …");
    try (Storage storage = Storage.toServe(settings)) {
      if (demo && storage.holdsRealData()) {
        err.println(
            "Databasen innehåller en riktig kommun. Demon körs aldrig ihop med riktiga data:"
                + " välj en egen mapp med SAMLAD_DATA, eller kör bin/samlad serve.");
        return 1;
      }
      CountDownLatch ended = new CountDownLatch(1);
      AtomicReference<@Nullable ConfigurableApplicationContext> running = new AtomicReference<>();
      // Before Spring starts: Ctrl-C during the start must not leave the database behind.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        ConfigurableApplicationContext context = running.get();
        if (context != null) {
          context.close();
        }
        storage.close();
        ended.countDown();
      }));
      ConfigurableApplicationContext context =
          start(properties(settings, storage, demo), WebApplicationType.SERVLET);
      running.set(context);
      prepare.accept(context);
      out.println("Samlad finns nu på http://" + shown(settings) + ":" + settings.port()
          + (demo ? "/demo" : "/"));
      out.println("Avsluta med Ctrl-C.");
      ended.await();
      return 0;
    } catch (SQLException | UncheckedIOException | IllegalStateException e) {
      err.println(Failure.sentence(e));
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** Opens the application without web server for one piece of work. */
  static int work(
      Settings settings,
      java.util.function.Function<ApplicationContext, Integer> work,
      PrintStream err) {
    try (Storage storage = Storage.toWork(settings)) {
      Map<String, Object> properties = new HashMap<>(storage.properties());
      properties.put("db-scheduler.enabled", false);
      properties.put("spring.modulith.republish-outstanding-events-on-restart", false);
      properties.put("logging.level.root", "WARN");
      try (ConfigurableApplicationContext context = start(properties, WebApplicationType.NONE)) {
        return work.apply(context);
      }
    } catch (SQLException | UncheckedIOException | IllegalStateException e) {
      err.println(Failure.sentence(e));
      return 1;
    }
  }

  private static ConfigurableApplicationContext start(
      Map<String, Object> properties, WebApplicationType type) {
    SpringApplication application = new SpringApplication(Samlad.class);
    application.setWebApplicationType(type);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(properties);
    return application.run();
  }

  private static Map<String, Object> properties(Settings settings, Storage storage, boolean demo) {
    Map<String, Object> properties = new HashMap<>(storage.properties());
    properties.put("server.address", settings.address());
    properties.put("server.port", settings.port());
    properties.put("management.server.address", "127.0.0.1");
    properties.put("management.server.port", settings.managementPort());
    properties.put("samlad.demo", demo);
    properties.put("samlad.data", settings.data().toString());
    settings.publicUrl().ifPresent(url -> properties.put("samlad.public-url", url));
    settings.smtp().ifPresent(smtp -> {
      properties.put("samlad.smtp.host", smtp.host());
      properties.put("samlad.smtp.port", smtp.port());
      properties.put("samlad.smtp.user", smtp.user());
      properties.put("samlad.smtp.password", smtp.password());
      properties.put("samlad.smtp.from", smtp.from());
      properties.put("samlad.smtp.security", smtp.security().name());
    });
    return properties;
  }

  private static String busyPort(Settings settings) {
    for (int port : new int[] {settings.port(), settings.managementPort()}) {
      if (port != 0 && !isFree(settings.address(), port)) {
        return "Port " + port
            + " används redan av ett annat program. Stäng det, eller välj en annan port med "
            + (port == settings.port() ? "SAMLAD_PORT" : "SAMLAD_MANAGEMENT_PORT") + ".";
      }
    }
    return "";
  }

  private static boolean isFree(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static String shown(Settings settings) {
    return settings.address().equals("127.0.0.1") ? "localhost" : settings.address();
  }
}
