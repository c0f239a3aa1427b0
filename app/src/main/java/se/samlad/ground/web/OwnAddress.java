package se.samlad.ground.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How another machine reaches this one: the public address where it is set, else the network's; none while only this machine listens. */
@Component
public class OwnAddress {

  private final String publicUrl;
  private final String listens;
  private final int port;

  OwnAddress(
      @Value("${samlad.public-url:}") String publicUrl,
      @Value("${server.address:127.0.0.1}") String listens,
      @Value("${server.port:8080}") int port) {
    this.publicUrl = publicUrl;
    this.listens = listens;
    this.port = port;
  }

  /** The address without a slash at its end. */
  public Optional<String> fromElsewhere() {
    if (!publicUrl.isBlank()) {
      return Optional.of(publicUrl.replaceAll("/$", ""));
    }
    try {
      InetAddress address = InetAddress.getByName(listens);
      Optional<InetAddress> reached =
          address.isAnyLocalAddress() ? ofNetwork() : Optional.of(address);
      return reached
          .filter(found -> !found.isLoopbackAddress())
          .map(found -> "http://" + found.getHostAddress() + ":" + port);
    } catch (UnknownHostException | SocketException e) {
      return Optional.empty();
    }
  }

  private static Optional<InetAddress> ofNetwork() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
        .findFirst();
  }
}
