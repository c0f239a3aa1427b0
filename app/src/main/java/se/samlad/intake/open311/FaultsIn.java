package se.samlad.intake.open311;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Grant;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.Fault;
import se.samlad.intake.FaultTarget;
import se.samlad.intake.feed.Feed;
import se.samlad.intake.feed.FeedKind;
import se.samlad.intake.feed.FeedSource;
import se.samlad.intake.feed.Feeds;
import se.samlad.intake.open311.RequestStore.Known;
import se.samlad.intake.open311.RequestStore.Mapped;
import se.samlad.intake.outgoing.OutgoingFailure;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;

/**
 * Takes in the fault reports of the last 89 days (the standard lets a question span ninety): those of a kind that has a category become
 * reports, once each; those that came before get their new status. A kind without a category waits until somebody gives it one.
 */
@Component
class FaultsIn implements FeedSource {

  private static final Duration BACK = Duration.ofDays(89);

  private final GeoReportClient client;
  private final RequestStore store;
  private final List<FaultTarget> targets;
  private final Feeds feeds;
  private final Members members;
  private final Organisations organisations;
  private final TextGuard guard;
  private final Tenancy tenancy;
  private final Clock clock;

  FaultsIn(
      GeoReportClient client,
      RequestStore store,
      List<FaultTarget> targets,
      Feeds feeds,
      Members members,
      Organisations organisations,
      TextGuard guard,
      Tenancy tenancy,
      Clock clock) {
    this.client = client;
    this.store = store;
    this.targets = List.copyOf(targets);
    this.feeds = feeds;
    this.members = members;
    this.organisations = organisations;
    this.guard = guard;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** What a round needs to know. */
  private record Round(
      Feed feed,
      UUID owner,
      UUID account,
      Map<String, String> categories,
      Map<String, Known> known) {}

  @Override
  public FeedKind kind() {
    return FeedKind.OPEN311_IN;
  }

  @Override
  public Map<String, Integer> poll(MunicipalityId municipality, Feed feed) {
    Instant now = clock.instant();
    GeoReport.Requests requests = client.since(municipality, feed, now.minus(BACK), now);
    Actor system = Actor.system(municipality);
    Round round = tenancy.as(system, () -> begin(feed, requests.list()));
    Map<String, Integer> counts = new HashMap<>();
    counts.put("listed", requests.list().size());
    counts.put("unreadable", requests.unreadable());
    for (ServiceRequest request : requests.list()) {
      String became = CurrentActor.as(system, () -> take(system, round, request, now));
      counts.merge(became, 1, Integer::sum);
    }
    return counts;
  }

  private Round begin(Feed feed, List<ServiceRequest> requests) {
    UUID owner = owner(feed);
    requests.stream()
        .collect(Collectors.toMap(
            ServiceRequest::serviceCode, ServiceRequest::serviceName, (first, second) -> first))
        .forEach((code, name) -> store.addService(feed.id(), code, name));
    Map<String, String> categories = new HashMap<>();
    for (Mapped each : store.services(feed.id())) {
      String category = each.category();
      if (category != null) {
        categories.put(each.code(), category);
      }
    }
    return new Round(feed, owner, account(feed, owner), categories, store.known(feed.id()));
  }

  private UUID owner(Feed feed) {
    return organisations.list().stream()
        .map(Organisation::id)
        .filter(id -> id.toString().equals(feed.setting("organisation")))
        .findFirst()
        .orElseThrow(() -> OutgoingFailure.of(Kind.NOT_ALLOWED, "open311.owner.left"));
  }

  /** The service account that stands as author of the owner's fault reports, made at the first round. */
  private UUID account(Feed feed, UUID owner) {
    return Optional.of(feed.setting("account"))
        .filter(text -> !text.isEmpty())
        .map(UUID::fromString)
        .orElseGet(() -> {
          UUID account = members
              .addServiceAccount(feed.name(), List.of(Grant.of(Role.REPORTER, owner)))
              .id();
          feeds.remember(feed.id(), "account", account.toString());
          return account;
        });
  }

  private String take(Actor system, Round round, ServiceRequest request, Instant now) {
    Known known = round.known.get(request.id());
    String notes = guard.guard(request.notes()).text();
    if (known != null) {
      if (known.open() == request.open() && known.notes().equals(notes)) {
        return "known";
      }
      tenancy.as(system, () -> store.status(round.feed.id(), request, notes, now));
      return "status";
    }
    String category = round.categories.get(request.serviceCode());
    if (category == null) {
      return "unmapped";
    }
    Double lon = request.lon();
    Double lat = request.lat();
    if (lon == null || lat == null) {
      return "placeless";
    }
    return report(system, round, request, category, lon, lat, notes, now);
  }

  private String report(
      Actor system,
      Round round,
      ServiceRequest request,
      String category,
      double lon,
      double lat,
      String notes,
      Instant now) {
    String key = "open311/" + system.municipality() + "/" + round.feed.id() + "/" + request.id();
    UUID report = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    Fault fault = new Fault(
        report,
        key,
        round.owner,
        round.account,
        category,
        request.requestedAt(),
        lon,
        lat,
        request.text());
    String refused = refusal(fault);
    if (refused != null) {
      return refused;
    }
    tenancy.as(system, () -> store.add(round.feed.id(), request, report, notes, now));
    return "taken";
  }

  private @Nullable String refusal(Fault fault) {
    try {
      targets.forEach(target -> target.take(fault));
      return null;
    } catch (InvalidInput invalid) {
      boolean outside = invalid.problems().stream()
          .anyMatch(problem -> problem.messageKey().equals("input.place.outside"));
      return outside ? "outside" : "refused";
    }
  }
}
