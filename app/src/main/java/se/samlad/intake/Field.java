package se.samlad.intake;

import java.util.List;
import java.util.Locale;

/** What a column of a file can tell, with the headings such columns usually have; the first is the field's own name. */
public enum Field {
  ID("Id", "Ärende", "Ärendenr", "Ärendenummer", "Diarienummer", "Nummer", "Löpnummer", "Löpnr"),
  CODE("Brottskod", "Brottskod 4", "Kod"),
  LABEL("Brottskod klartext", "Brottstyp", "Klartext", "Brott"),
  CATEGORY("Kategori", "Typ", "Ärendetyp", "Händelsetyp", "Händelse", "Rubrik", "Vad"),
  TEXT("Text", "Beskrivning", "Fritext", "Anteckning", "Kommentar", "Notering"),
  RECORDED(
      "Inskrivningsdatum",
      "Anmälningsdatum",
      "Registrerad",
      "Registreringsdatum",
      "Skapad",
      "Inkom"),
  FROM("Tidpunkt", "Brottsdatumtid_start", "Datum och tid", "Starttid", "Start", "Från", "När"),
  TO("Tidpunkt slut", "Brottsdatumtid_slut", "Sluttid", "Slut", "Till"),
  FROM_DAY("Datum", "Brottsdag start", "Brottsdatum", "Dag", "Händelsedatum", "Startdatum"),
  FROM_TIME("Klockslag", "Brottstid start", "Tid", "Kl"),
  TO_DAY("Datum slut", "Brottsdag slut", "Slutdatum"),
  TO_TIME("Klockslag slut", "Brottstid slut"),
  OFFENCES("Antal", "Antal brott"),
  MUNICIPALITY("Kommun"),
  AREA("Område", "DeSO-område", "DeSO", "Basområde", "Stadsdel", "Delområde"),
  NORTH("Latitude", "Lat", "Latitud", "N", "Nord", "Northing", "Y-koordinat", "Y", "Sweref N"),
  EAST(
      "Longitude",
      "Lon",
      "Lng",
      "Long",
      "Longitud",
      "E",
      "Öst",
      "Easting",
      "X-koordinat",
      "X",
      "Sweref E"),
  STREET("Gata", "Adress", "Gatuadress", "Plats", "Gatunamn"),
  STREET_NUMBER("Gatunr", "Gatunummer", "Nr");

  private final List<String> headings;

  Field(String... headings) {
    this.headings = List.of(headings);
  }

  /** The usual headings of such a column. */
  public List<String> headings() {
    return headings;
  }

  /** Whether two headings are the same but for case, blanks and signs. */
  public static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  /** A heading without what does not matter in it. */
  public static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
