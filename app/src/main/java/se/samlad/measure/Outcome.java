package se.samlad.measure;

/** What people decide when a measure is concluded (Swedish: bedömning: fortsätta, utöka, byta, avsluta). */
public enum Outcome {
  CONTINUE,
  EXTEND,
  REPLACE,
  END
}
