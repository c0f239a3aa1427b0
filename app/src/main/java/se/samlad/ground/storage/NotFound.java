package se.samlad.ground.storage;

/** There is no such thing, or it is not the actor's: both answer 404 alike. */
public class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotFound(String what) {
    super(what);
  }
}
