package se.samlad.measure;

/** A type of measure in the catalogue (Swedish: insatstyp). */
public record MeasureType(String code, String kind, String nameSv, String nameEn, String effect) {

  public String name(String language) {
    return language.startsWith("en") ? nameEn : nameSv;
  }

  /** Whether the effect is expected at once rather than after months. */
  public boolean shortTerm() {
    return effect.equals("SHORT");
  }
}
