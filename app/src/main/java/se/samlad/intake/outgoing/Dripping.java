package se.samlad.intake.outgoing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Reads from a socket until a moment: who sends a byte now and then is not waited for any longer than who is silent. */
final class Dripping extends InputStream {

  private final Socket socket;
  private final InputStream in;
  private final long end;

  /** @param end in the terms of {@link System#nanoTime()} */
  Dripping(Socket socket, long end) throws IOException {
    this.socket = socket;
    this.end = end;
    this.in = new BufferedInputStream(new Timed(socket.getInputStream()), 16_384);
  }

  @Override
  public int read() throws IOException {
    return in.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return in.read(bytes, offset, length);
  }

  private final class Timed extends InputStream {

    private final InputStream raw;

    Timed(InputStream raw) {
      this.raw = raw;
    }

    @Override
    public int read() throws IOException {
      await();
      return raw.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      await();
      return raw.read(bytes, offset, length);
    }

    private void await() throws IOException {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        throw new SocketTimeoutException("the time for this answer is over");
      }
      socket.setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
    }
  }
}
