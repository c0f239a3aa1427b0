package se.samlad.incident.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Role;
import se.samlad.incident.IncidentSelection.Review;
import se.samlad.incident.Incidents.Refine;

/** A part of the inbox. Whoever only sits in a group sees what is shared. */
enum InboxTab {
  NYA(Review.NEW, Refine.ALL),
  TEXT(Review.ANY, Refine.TEXT),
  RATTELSER(Review.ANY, Refine.MENDS),
  DUBBLETTER(Review.NEW, Refine.SIMILAR),
  ALLA(Review.ANY, Refine.ALL);

  final Review review;
  final Refine refine;

  InboxTab(Review review, Refine refine) {
    this.review = review;
    this.refine = refine;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<InboxTab> of(Actor actor) {
    return reviews(actor) ? List.of(values()) : List.of(ALLA);
  }

  /** The wanted tab if the actor has it, else the first. */
  static InboxTab find(String code, Actor actor) {
    List<InboxTab> offered = of(actor);
    return Arrays.stream(values())
        .filter(tab -> tab.code().equals(code) && offered.contains(tab))
        .findFirst()
        .orElse(offered.getFirst());
  }

  static boolean reviews(Actor actor) {
    return actor.has(Role.COORDINATOR) || !actor.coordinated().isEmpty();
  }
}
