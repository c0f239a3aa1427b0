package se.samlad.intake.police;

import static se.samlad.intake.police.Column.CODE;
import static se.samlad.intake.police.Column.DAY;
import static se.samlad.intake.police.Column.DESO;
import static se.samlad.intake.police.Column.FROM;
import static se.samlad.intake.police.Column.FROM_DAY;
import static se.samlad.intake.police.Column.FROM_TIME;
import static se.samlad.intake.police.Column.ID;
import static se.samlad.intake.police.Column.LATITUDE;
import static se.samlad.intake.police.Column.LONGITUDE;
import static se.samlad.intake.police.Column.MUNICIPALITY;
import static se.samlad.intake.police.Column.OFFENCES;
import static se.samlad.intake.police.Column.RECORDED;
import static se.samlad.intake.police.Column.SMALL_AREA;
import static se.samlad.intake.police.Column.STREET;
import static se.samlad.intake.police.Column.TO;
import static se.samlad.intake.police.Column.TO_DAY;
import static se.samlad.intake.police.Column.TO_TIME;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.samlad.intake.Profile;
import se.samlad.intake.file.RawRow;
import se.samlad.intake.file.UnreadableFile;

/** Which columns a profile's file must have; where they stand is read from the header. */
record Layout(Map<Column, Integer> positions) {

  Layout {
    positions = Map.copyOf(positions);
  }

  /** Reads the header; a file that lacks a column, or has one twice, is not of the profile. */
  static Layout of(Profile profile, RawRow header) {
    Map<Column, Integer> positions = new EnumMap<>(Column.class);
    for (int i = 0; i < header.cells().size(); i++) {
      for (Column column : Column.values()) {
        if (column.matches(header.cell(i)) && positions.put(column, i) != null) {
          throw new UnreadableFile("intake.file.twice", column.title());
        }
      }
    }
    List<Column> missing = required(profile).stream()
        .filter(column -> !positions.containsKey(column))
        .sorted()
        .toList();
    if (!missing.isEmpty()) {
      throw new UnreadableFile(
          "intake.file.missing",
          missing.stream().map(Column::title).collect(Collectors.joining(", ")));
    }
    return new Layout(positions);
  }

  private static Set<Column> required(Profile profile) {
    return switch (profile) {
      case POLICE_DELIVERY -> Set.of(ID, CODE, RECORDED, DAY, MUNICIPALITY, DESO, OFFENCES);
      case POLICE_A ->
        Set.of(RECORDED, SMALL_AREA, STREET, CODE, OFFENCES, FROM_DAY, TO_DAY, FROM_TIME, TO_TIME);
      case POLICE_B -> Set.of(ID, CODE, LATITUDE, LONGITUDE, STREET, FROM, TO);
    };
  }

  boolean has(Column column) {
    return positions.containsKey(column);
  }
}
