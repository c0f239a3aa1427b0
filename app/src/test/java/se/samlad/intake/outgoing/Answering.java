package se.samlad.intake.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A small server on loopback that gives prepared answers, byte by byte as written, and remembers what it was asked. */
final class Answering implements AutoCloseable {

  private final ServerSocket server;
  private final Deque<String> answers = new ArrayDeque<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  Answering(String... answers) {
    try {
      this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.answers.addAll(List.of(answers));
    Thread.ofVirtual().start(this::serve);
  }

  static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
  }

  String host() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  String address(String path) {
    return "http://" + host() + path;
  }

  List<String> asked() {
    return asked;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        asked.add(head(socket.getInputStream()));
        String answer = answers.size() > 1 ? answers.poll() : answers.peek();
        if (answer != null) {
          write(socket.getOutputStream(), answer);
        }
      } catch (IOException e) {
        // The client went away in the middle, which some of the tests are about; the next one is
        // served.
        continue;
      }
    }
  }

  private static void write(OutputStream out, String answer) throws IOException {
    out.write(answer.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    int length = head.toString()
        .lines()
        .filter(line -> line.startsWith("Content-Length: "))
        .mapToInt(line -> Integer.parseInt(line.substring(16)))
        .findFirst()
        .orElse(0);
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
