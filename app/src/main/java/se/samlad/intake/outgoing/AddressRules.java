package se.samlad.intake.outgoing;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which network addresses are out in the open, and which lie inside somebody's house. */
final class AddressRules {

  private AddressRules() {}

  /** Whether the address is reachable by anybody: not this machine, not a local network, not reserved. */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address four -> isPublicFour(bytes);
      case Inet6Address six -> isPublicSix(bytes);
      default -> false;
    };
  }

  /** Where clouds keep the secrets of a machine, and whatever else answers only the next neighbour. No setting opens these. */
  static boolean isNeverOpen(InetAddress address) {
    return address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || address.isAnyLocalAddress();
  }

  private static boolean isPublicFour(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    boolean sharedByCarriers = first == 100 && second >= 64 && second <= 127;
    boolean forExamples = (first == 192 && second == 0 && (third == 0 || third == 2))
        || (first == 198 && second == 51 && third == 100)
        || (first == 203 && second == 0 && third == 113);
    boolean forMeasuring = first == 198 && (second == 18 || second == 19);
    return first != 0 && first < 224 && !sharedByCarriers && !forExamples && !forMeasuring;
  }

  /** Global unicast alone (2000::/3), without the ranges that wrap a version 4 address or are for examples. */
  private static boolean isPublicSix(byte[] bytes) {
    boolean globalUnicast = (bytes[0] & 0xe0) == 0x20;
    boolean wrapsFour = (bytes[0] == 0x20 && bytes[1] == 0x02)
        || (bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0);
    boolean forExamples =
        bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && bytes[3] == (byte) 0xb8;
    return globalUnicast && !wrapsFour && !forExamples;
  }
}
