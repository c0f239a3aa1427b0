package se.samlad.intake.feed.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.intake.feed.Feed;
import se.samlad.intake.feed.FeedKind;

/**
 * What was typed about a feed, as text.
 *
 * @param platser police: names of municipality and county
 * @param jurisdiktion Open311: the part of a shared system
 * @param organisation Open311 in: whose reports they become
 * @param nyckel Open311 out: a new key; empty keeps the old one
 */
record FeedForm(
    FeedKind kind,
    String namn,
    String adress,
    String minuter,
    String platser,
    String jurisdiktion,
    String organisation,
    String nyckel) {

  /** The police's address is the police's own. */
  static final String POLICE = "https://polisen.se/api/events";

  static FeedForm of(Feed feed) {
    return new FeedForm(
        feed.kind(),
        feed.name(),
        feed.address().toString(),
        Integer.toString(feed.intervalMinutes()),
        feed.setting("places"),
        feed.setting("jurisdiction"),
        feed.setting("organisation"),
        "");
  }

  public boolean police() {
    return kind == FeedKind.POLICE_EVENTS;
  }

  /** What the fields say, or a refusal that names all that are wrong. */
  Feed read(UUID id, Predicate<String> isOrganisation) {
    List<InputProblem> problems = new ArrayList<>();
    line("namn", namn, 2, 80, problems);
    int minutes = minutes(problems);
    Map<String, String> settings = new HashMap<>();
    URI address = URI.create(POLICE);
    if (police()) {
      line("platser", platser, 2, 200, problems);
      settings.put("places", platser.strip());
    } else {
      address = address(problems);
      line("jurisdiktion", jurisdiktion, 0, 100, problems);
      settings.put("jurisdiction", jurisdiktion.strip());
      line("nyckel", nyckel, 0, 200, problems);
    }
    if (kind == FeedKind.OPEN311_IN) {
      if (isOrganisation.test(organisation)) {
        settings.put("organisation", organisation);
      } else {
        problems.add(InputProblem.of("organisation", "feed.organisation.choose"));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    return new Feed(
        id,
        kind,
        namn.strip(),
        address,
        false,
        minutes,
        settings,
        null,
        Map.of(),
        null,
        0,
        null,
        null);
  }

  private int minutes(List<InputProblem> problems) {
    String text = minuter.strip();
    int minutes = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (minutes < 2 || minutes > 1440) {
      problems.add(InputProblem.of("minuter", "feed.minutes.between"));
    }
    return minutes;
  }

  private URI address(List<InputProblem> problems) {
    Optional<URI> address = parsed(adress.strip()).filter(FeedForm::usable);
    if (address.isEmpty()) {
      problems.add(InputProblem.of("adress", "feed.address.wrong"));
    }
    return address.orElse(URI.create(POLICE));
  }

  private static Optional<URI> parsed(String text) {
    try {
      return text.length() > 400 ? Optional.empty() : Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Scheme, host and path alone: the rest is added to each call. */
  private static boolean usable(URI address) {
    return address.getHost() != null
        && address.getRawQuery() == null
        && address.getRawFragment() == null
        && address.getRawUserInfo() == null
        && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
  }

  private static void line(
      String field, String text, int shortest, int longest, List<InputProblem> problems) {
    int length = text.strip().length();
    if (length < shortest
        || length > longest
        || text.codePoints().anyMatch(Character::isISOControl)) {
      problems.add(InputProblem.of(field, "feed.line.length", shortest, longest));
    }
  }
}
