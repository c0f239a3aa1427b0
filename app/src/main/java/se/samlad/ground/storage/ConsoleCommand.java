package se.samlad.ground.storage;

import java.util.concurrent.Callable;

/**
 * A command of {@code bin/samlad} that a module contributes: a picocli command, named in
 * {@code META-INF/services/se.samlad.ground.storage.ConsoleCommand}. It returns 0 only on success, prints what it made on standard output
 * and refuses with one sentence on standard error.
 */
public interface ConsoleCommand extends Callable<Integer> {

  /** Told before the call how to reach the application without its web server, on the database of a running Samlad if there is one. */
  void useApplication(ApplicationOpener opener);
}
