package se.samlad.intake.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;

/**
 * Sends calls out. A redirect of a GET is followed three times at most, each new address checked as the first was; one of a POST is not.
 * A private address is reached only if the operator has named it in {@code SAMLAD_PRIVATE_HOSTS}.
 */
@Component
class OutgoingDoor implements Outgoing {

  private static final int MOST_REDIRECTS = 3;

  private final Tenancy tenancy;
  private final AllowedHosts hosts;
  private final Municipalities municipalities;
  private final CallPace paces;
  private final Set<String> inside;
  private final Destination.Names names;
  private final Wire wire;
  private final Clock clock;

  @Autowired
  OutgoingDoor(
      Tenancy tenancy,
      AllowedHosts hosts,
      Municipalities municipalities,
      CallPace paces,
      @Value("${SAMLAD_PRIVATE_HOSTS:}") String inside,
      Clock clock) {
    this(
        tenancy,
        hosts,
        municipalities,
        paces,
        split(inside),
        InetAddress::getAllByName,
        new Wire(Duration.ofSeconds(5), Duration.ofSeconds(20), MOST_BYTES),
        clock);
  }

  OutgoingDoor(
      Tenancy tenancy,
      AllowedHosts hosts,
      Municipalities municipalities,
      CallPace paces,
      Set<String> inside,
      Destination.Names names,
      Wire wire,
      Clock clock) {
    this.tenancy = tenancy;
    this.hosts = hosts;
    this.municipalities = municipalities;
    this.paces = paces;
    this.inside = Set.copyOf(inside);
    this.names = names;
    this.wire = wire;
    this.clock = clock;
  }

  /** Whose call it is, read once. */
  private record Caller(String userAgent, Set<String> allowed) {}

  @Override
  public Answer send(Call call) {
    Caller caller = tenancy.readAs(
        Actor.system(call.onBehalfOf()),
        () -> new Caller(
            userAgent(municipalities.get().name()),
            hosts.list().stream().map(AllowedHosts.Host::name).collect(Collectors.toSet())));
    URI address = call.address();
    Destination to = Destination.of(address, caller.allowed, inside, names);
    Instant now = clock.instant();
    Optional<Instant> wait =
        tenancy.as(Actor.system(call.onBehalfOf()), () -> paces.take(to.named(), call.pace(), now));
    if (wait.isPresent()) {
      throw OutgoingFailure.of(Kind.TOO_SOON, "outgoing.soon", to.named()).notBefore(wait.get());
    }
    Answer answer = wire.exchange(to, caller.userAgent, call.form());
    for (int hops = 0; isRedirect(answer, call); hops++) {
      if (hops == MOST_REDIRECTS) {
        throw OutgoingFailure.of(Kind.ANSWER, "outgoing.redirects");
      }
      address = next(address, answer.headers().get("location"));
      answer = wire.exchange(
          Destination.of(address, caller.allowed, inside, names), caller.userAgent, call.form());
    }
    return answer;
  }

  private static boolean isRedirect(Answer answer, Call call) {
    return !call.posts()
        && Set.of(301, 302, 303, 307, 308).contains(answer.status())
        && answer.headers().containsKey("location");
  }

  private static URI next(URI from, @Nullable String location) {
    try {
      URI next = from.resolve(String.valueOf(location));
      if ("https".equals(from.getScheme()) && !"https".equals(next.getScheme())) {
        throw OutgoingFailure.of(Kind.NOT_ALLOWED, "outgoing.address");
      }
      return next;
    } catch (IllegalArgumentException e) {
      throw OutgoingFailure.of(Kind.ANSWER, "outgoing.unreadable");
    }
  }

  /** Names the system and who runs it, in the letters a header can hold. */
  private static String userAgent(String municipality) {
    String ascii =
        Normalizer.normalize(municipality, Normalizer.Form.NFD).replaceAll("[^A-Za-z0-9 .-]", "");
    return "Samlad (" + ascii.strip() + ")";
  }

  private static Set<String> split(String text) {
    return Arrays.stream(text.split("[,\\s]+"))
        .map(each -> each.toLowerCase(Locale.ROOT))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toSet());
  }
}
