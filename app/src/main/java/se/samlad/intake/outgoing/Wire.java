package se.samlad.intake.outgoing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import se.samlad.intake.outgoing.Outgoing.Answer;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;

/**
 * One HTTP/1.1 exchange over a connection of its own to a checked address. The platform's client looks names up by itself, which would
 * undo the check; this one is told where to go, and still asks for a certificate in the host's name.
 *
 * @param connecting how long a connection may take
 * @param whole how long everything may take, however slowly it drips
 */
record Wire(Duration connecting, Duration whole, int mostBytes) {

  Answer exchange(Destination to, String userAgent, Map<String, String> form) {
    long end = System.nanoTime() + whole.toNanos();
    try (Socket socket = open(to)) {
      try {
        send(socket.getOutputStream(), to, userAgent, form);
        return AnswerReader.read(new Dripping(socket, end), mostBytes);
      } catch (IOException e) {
        throw OutgoingFailure.of(
            form.isEmpty() ? Kind.NOT_REACHED : Kind.UNKNOWN, "outgoing.broken", to.named());
      }
    } catch (IOException e) {
      throw OutgoingFailure.of(Kind.NOT_REACHED, "outgoing.unreached", to.named());
    }
  }

  private Socket open(Destination to) throws IOException {
    IOException last = new IOException("no address");
    for (InetAddress address : to.addresses()) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, to.port()), (int) connecting.toMillis());
        socket.setSoTimeout((int) connecting.toMillis());
        return to.encrypted() ? encrypted(socket, to) : socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private static Socket encrypted(Socket plain, Destination to) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, to.host(), to.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static void send(
      OutputStream out, Destination to, String userAgent, Map<String, String> form)
      throws IOException {
    byte[] body = encoded(form).getBytes(StandardCharsets.US_ASCII);
    StringBuilder head = new StringBuilder()
        .append(form.isEmpty() ? "GET " : "POST ")
        .append(to.path())
        .append(" HTTP/1.1\r\nHost: ")
        .append(to.named())
        .append("\r\nUser-Agent: ")
        .append(userAgent)
        .append(
            "\r\nAccept: application/json\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
    if (!form.isEmpty()) {
      head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
          .append(body.length)
          .append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  private static String encoded(Map<String, String> form) {
    return new TreeMap<>(form)
        .entrySet().stream()
            .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }
}
