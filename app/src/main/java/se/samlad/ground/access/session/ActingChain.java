package se.samlad.ground.access.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;

/** Runs the rest of a request as an actor. */
public final class ActingChain {

  private ActingChain() {}

  public static void run(
      Actor actor, FilterChain chain, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      CurrentActor.as(actor, () -> {
        try {
          chain.doFilter(request, response);
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        } catch (ServletException failure) {
          throw new Carried(failure);
        }
      });
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } catch (Carried carried) {
      throw carried.failure;
    }
  }

  private static final class Carried extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient ServletException failure;

    private Carried(ServletException failure) {
      super(failure);
      this.failure = failure;
    }
  }
}
