package se.samlad.ground.storage.postgres;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** Starts the database in a Java process of its own and then waits to be killed. Prints the port, or the refusal. */
final class StarterProcess {

  private StarterProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start(
          new EmbeddedPostgres.Settings(Path.of(arguments[0]), OptionalInt.empty(), true));
      System.out.println("port " + server.port());
    } catch (IllegalStateException refused) {
      System.out.println("refused " + refused.getMessage());
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }
}
