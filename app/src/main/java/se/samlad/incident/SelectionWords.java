package se.samlad.incident;

/** What the parts of an {@link IncidentSelection} are called in an address: Swedish on pages, English in the API. */
public enum SelectionWords {
  PAGE(
      "vecka",
      "fran",
      "till",
      "tid",
      "kand",
      "granskning",
      "omrade",
      "kategori",
      "kalla",
      "dag",
      "timme",
      "text",
      "utan",
      new String[] {"handelse", "mottagen"},
      new String[] {"godkand", "ny", "alla"}),
  API(
      "week",
      "from",
      "to",
      "by",
      "knownAt",
      "review",
      "area",
      "category",
      "organisation",
      "weekday",
      "hours",
      "text",
      "none",
      new String[] {"event", "receipt"},
      new String[] {"passed", "new", "any"});

  final String week;
  final String from;
  final String to;
  final String by;
  final String knownAt;
  final String review;
  final String area;
  final String category;
  final String organisation;
  final String weekday;
  final String hours;
  final String text;
  final String outside;
  private final String[] times;
  private final String[] reviews;

  SelectionWords(
      String week,
      String from,
      String to,
      String by,
      String knownAt,
      String review,
      String area,
      String category,
      String organisation,
      String weekday,
      String hours,
      String text,
      String outside,
      String[] times,
      String[] reviews) {
    this.week = week;
    this.from = from;
    this.to = to;
    this.by = by;
    this.knownAt = knownAt;
    this.review = review;
    this.area = area;
    this.category = category;
    this.organisation = organisation;
    this.weekday = weekday;
    this.hours = hours;
    this.text = text;
    this.outside = outside;
    this.times = times;
    this.reviews = reviews;
  }

  String of(IncidentSelection.By value) {
    return times[value.ordinal()];
  }

  String of(IncidentSelection.Review value) {
    return reviews[value.ordinal()];
  }
}
