package se.samlad.intake;

import java.util.Arrays;
import java.util.Optional;

/** A fixed layout of a file (Swedish: importprofil). Each may come as CSV or as XLSX. */
public enum Profile {
  /** One row an offence as the police hand it out: id, code with its words, days, municipality, DeSO area. */
  POLICE_DELIVERY("polis-leverans"),
  /** Layout A: recorded day, small area, street, code, number of offences, interval of days and times; no id. */
  POLICE_A("polis-a"),
  /** Layout B: id, code, coordinates, street, interval of moments. */
  POLICE_B("polis-b");

  private final String slug;

  Profile(String slug) {
    this.slug = slug;
  }

  /** As written in commands, addresses and the API. */
  public String slug() {
    return slug;
  }

  public static Optional<Profile> find(String slug) {
    return Arrays.stream(values()).filter(profile -> profile.slug.equals(slug)).findFirst();
  }
}
