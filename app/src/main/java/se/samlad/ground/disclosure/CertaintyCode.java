package se.samlad.ground.disclosure;

import se.samlad.analysis.Certainty;

/** The name by which fragments, style sheets and message files know a certainty. */
public final class CertaintyCode {

  private CertaintyCode() {}

  /** TYDLIG, TROLIG or OSAKER. */
  public static String of(Certainty certainty) {
    return switch (certainty) {
      case CLEAR -> "TYDLIG";
      case LIKELY -> "TROLIG";
      case UNCERTAIN -> "OSAKER";
    };
  }
}
