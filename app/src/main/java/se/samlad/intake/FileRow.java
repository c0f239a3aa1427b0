package se.samlad.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, read and checked.
 *
 * @param number the line of the file, or the row of the sheet
 * @param key what tells the row from every other of its profile: its id, or content hash and ordinal among equal rows of the delivery
 * @param contentHash of what the row says, its id left out
 * @param code the crime code, or the category's code
 * @param label the code in words, empty where the layout has none
 * @param text the words of a report, after the guard; empty for recorded crime
 * @param offences how many offences the row stands for (Antal)
 * @param recordedOn when the police recorded it; the day of the offence where the layout does not say
 * @param dayOnly whether the interval is whole days, the hours unknown
 * @param areaCode the area as the file names it, empty when it names none
 * @param areaId our area; null means Utan område
 * @param lon degrees east, WGS 84; null for a row that has an area only
 * @param easting metres, SWEREF 99 TM
 */
public record FileRow(
    int number,
    String key,
    String contentHash,
    String code,
    String label,
    int offences,
    LocalDate recordedOn,
    Instant from,
    Instant to,
    boolean dayOnly,
    String areaCode,
    @Nullable UUID areaId,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Double easting,
    @Nullable Double northing,
    Precision precision,
    String street,
    String text) {

  /** How near the truth a row's place is. */
  public enum Precision {
    ADDRESS,
    STREET,
    /** Known by its area alone: counted there, never a point. */
    AREA,
    /** A coordinate that stands for something larger; never in a hotspot. */
    CENTROID
  }

  FileRow withKey(String newKey) {
    return new FileRow(
        number,
        newKey,
        contentHash,
        code,
        label,
        offences,
        recordedOn,
        from,
        to,
        dayOnly,
        areaCode,
        areaId,
        lon,
        lat,
        easting,
        northing,
        precision,
        street,
        text);
  }

  FileRow withArea(@Nullable UUID area) {
    return new FileRow(
        number,
        key,
        contentHash,
        code,
        label,
        offences,
        recordedOn,
        from,
        to,
        dayOnly,
        areaCode,
        area,
        lon,
        lat,
        easting,
        northing,
        precision,
        street,
        text);
  }
}
