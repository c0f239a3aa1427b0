package se.samlad.demo;

/** When the planted stories begin, in weeks before the last week of the history. */
public final class Stories {

  /** Torget and the bus station grow from here on. */
  public static final int GROWS = 3;

  /** The lamps in Åtunneln were lit. */
  public static final int LIGHTS = 27;

  /** The parking at the rink was closed in the evenings. */
  public static final int CLOSED = 34;

  /** The safety hosts of Åbrinken began to report. */
  public static final int MORE_EYES = 38;

  private Stories() {}
}
