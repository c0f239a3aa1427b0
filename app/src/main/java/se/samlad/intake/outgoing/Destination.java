package se.samlad.intake.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;

/**
 * Where a call goes: a host that is allowed and the addresses that were checked. The connection is made to one of these and never looked
 * up again, so that a name that answers differently the second time leads nowhere else.
 *
 * @param path path and query, as sent
 */
record Destination(
    String host, int port, boolean encrypted, String path, List<InetAddress> addresses) {

  /** Looks a name up. */
  @FunctionalInterface
  interface Names {
    InetAddress[] find(String host) throws UnknownHostException;
  }

  /**
   * Checks an address against the rules.
   *
   * @param allowed hosts of the municipality's list, {@code host} or {@code host:port}
   * @param inside {@code host:port} that the operator has opened although they lie on a private network
   */
  static Destination of(URI address, Set<String> allowed, Set<String> inside, Names names) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = address.getHost();
    if (host == null
        || address.getRawUserInfo() != null
        || !(scheme.equals("https") || scheme.equals("http"))) {
      throw OutgoingFailure.of(Kind.NOT_ALLOWED, "outgoing.address");
    }
    host = host.toLowerCase(Locale.ROOT);
    boolean encrypted = scheme.equals("https");
    int port = address.getPort() >= 0 ? address.getPort() : encrypted ? 443 : 80;
    if (!allowed.contains(host + ":" + port) && !(port == 443 && allowed.contains(host))) {
      throw OutgoingFailure.of(Kind.NOT_ALLOWED, "outgoing.host", named(host, port));
    }
    boolean opened = inside.contains(host + ":" + port);
    List<InetAddress> addresses = look(host, names);
    for (InetAddress each : addresses) {
      if (AddressRules.isNeverOpen(each) || !(opened || AddressRules.isPublic(each))) {
        throw OutgoingFailure.of(Kind.NOT_ALLOWED, "outgoing.private", named(host, port));
      }
      if (!encrypted && !(opened && each.isLoopbackAddress())) {
        throw OutgoingFailure.of(Kind.NOT_ALLOWED, "outgoing.plain", named(host, port));
      }
    }
    return new Destination(host, port, encrypted, path(address), addresses);
  }

  /** As it stands in the list: the port only when it is not the usual one. */
  String named() {
    return named(host, port);
  }

  private static String named(String host, int port) {
    return port == 443 ? host : host + ":" + port;
  }

  private static List<InetAddress> look(String host, Names names) {
    try {
      List<InetAddress> found = List.of(names.find(host));
      if (found.isEmpty()) {
        throw OutgoingFailure.of(Kind.NOT_REACHED, "outgoing.name", host);
      }
      return found;
    } catch (UnknownHostException e) {
      throw OutgoingFailure.of(Kind.NOT_REACHED, "outgoing.name", host);
    }
  }

  private static String path(URI address) {
    String path = address.getRawPath();
    String query = address.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }
}
