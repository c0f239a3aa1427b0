package se.samlad.demo.simulation;

import java.util.List;
import se.samlad.demo.history.Rhythm;

/** What happens and how often in a simulated municipality; codes are those of the default catalogue. */
record Kind(String code, double weight, Rhythm rhythm) {

  static final List<Kind> ALL = List.of(
      new Kind("SKADEGORELSE", 11, Rhythm.NIGHT),
      new Kind("KLOTTER", 10, Rhythm.NIGHT),
      new Kind("GLASKROSS", 4, Rhythm.NIGHT),
      new Kind("NEDSKRAPNING", 8, Rhythm.DAY),
      new Kind("BRAND_ANLAGD", 1.2, Rhythm.NIGHT),
      new Kind("SAMLING", 13, Rhythm.EVENING),
      new Kind("TRAPPHUS_KALLARE", 5, Rhythm.EVENING),
      new Kind("GARAGE", 2, Rhythm.NIGHT),
      new Kind("BRAK", 3, Rhythm.EVENING),
      new Kind("FYLLERI_OFFENTLIG_ALKOHOL", 6, Rhythm.EVENING),
      new Kind("STORANDE_LJUD", 5, Rhythm.EVENING),
      new Kind("OLOVLIG_SOVPLATS", 1, Rhythm.NIGHT),
      new Kind("NARKOTIKA", 6, Rhythm.EVENING),
      new Kind("HOT", 1.5, Rhythm.EVENING),
      new Kind("INCIDENT_MOT_ANSTALLD", 0.8, Rhythm.DAY),
      new Kind("OTRYGG_PLATS", 6, Rhythm.EVENING),
      new Kind("BELYSNING", 2, Rhythm.EVENING),
      new Kind("BUSKORNING", 6, Rhythm.TRAFFIC),
      new Kind("A_TRAKTOR_MOPED", 3, Rhythm.TRAFFIC),
      new Kind("HASTIGHET", 1.5, Rhythm.TRAFFIC),
      new Kind("CYKEL", 2, Rhythm.DAY),
      new Kind("BILINBROTT", 1.5, Rhythm.NIGHT),
      new Kind("KALLARE", 1.2, Rhythm.NIGHT),
      new Kind("ANNAT", 1, Rhythm.DAY));
}
