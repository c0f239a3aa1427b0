package se.samlad.intake.police;

import java.util.Locale;

/** The columns of the layouts, by the names they have in the files; case, blanks and signs in a header do not matter. */
enum Column {
  ID("Id"),
  CODE("Brottskod"),
  LABEL("Brottskod klartext"),
  RECORDED("Inskrivningsdatum"),
  DAY("Brottsdatum"),
  MUNICIPALITY("Kommun"),
  DESO("DeSO-område"),
  OFFENCES("Antal"),
  SMALL_AREA("Basområde"),
  STREET("Gata"),
  STREET_NUMBER("Gatunr"),
  FROM_DAY("Brottsdag start"),
  TO_DAY("Brottsdag slut"),
  FROM_TIME("Brottstid start"),
  TO_TIME("Brottstid slut"),
  LATITUDE("Latitude"),
  LONGITUDE("Longitude"),
  FROM("Brottsdatumtid_start"),
  TO("Brottsdatumtid_slut");

  private final String title;

  Column(String title) {
    this.title = title;
  }

  /** As the file's header says it. */
  String title() {
    return title;
  }

  boolean matches(String header) {
    return bare(title).equals(bare(header));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
