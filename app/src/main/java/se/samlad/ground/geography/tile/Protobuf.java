package se.samlad.ground.geography.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the few forms of Protocol Buffers that a vector tile needs. */
final class Protobuf {

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;

  private byte[] bytes = new byte[256];
  private int size;

  void varint(long number) {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      put((byte) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
  }

  static int zigzag(int number) {
    return number << 1 ^ number >> 31;
  }

  void varintField(int field, long number) {
    varint((long) field << 3 | VARINT);
    varint(number);
  }

  void doubleField(int field, double number) {
    varint((long) field << 3 | EIGHT_BYTES);
    long bits = Double.doubleToLongBits(number);
    for (int i = 0; i < 8; i++) {
      put((byte) (bits >>> 8 * i));
    }
  }

  void textField(int field, String text) {
    bytesField(field, text.getBytes(StandardCharsets.UTF_8));
  }

  void messageField(int field, Protobuf message) {
    varint((long) field << 3 | LENGTH);
    varint(message.size);
    put(message.bytes, message.size);
  }

  /** A repeated number in its packed form; nothing at all when there is none. */
  void packedField(int field, int[] numbers, int count) {
    if (count == 0) {
      return;
    }
    Protobuf packed = new Protobuf();
    for (int i = 0; i < count; i++) {
      packed.varint(Integer.toUnsignedLong(numbers[i]));
    }
    messageField(field, packed);
  }

  /** Takes over fields written elsewhere. */
  void append(Protobuf fields) {
    put(fields.bytes, fields.size);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void bytesField(int field, byte[] content) {
    varint((long) field << 3 | LENGTH);
    varint(content.length);
    put(content, content.length);
  }

  private void put(byte one) {
    room(1);
    bytes[size++] = one;
  }

  private void put(byte[] content, int length) {
    room(length);
    System.arraycopy(content, 0, bytes, size, length);
    size += length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
