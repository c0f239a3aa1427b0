package se.samlad.ground.storage;

import java.util.function.Function;
import org.springframework.context.ApplicationContext;

/** Opens the application for one piece of work and closes it again. */
@FunctionalInterface
public interface ApplicationOpener {

  /** Runs the work with the application's beans; the result is the command's exit code. */
  int open(Function<ApplicationContext, Integer> work);
}
