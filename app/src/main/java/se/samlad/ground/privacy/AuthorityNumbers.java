package se.samlad.ground.privacy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Numbers that lead to an authority and to nobody in particular: those shipped, which hold everywhere, and a municipality's own. A number
 * that ends in {@code *} stands for the whole series.
 */
public final class AuthorityNumbers {

  /**
   * Shipped: free-phone (020) and shared-cost numbers (077), which subscribers at home cannot have, and some lines outside these series:
   * poison information, prosecutors, the security police, the fellow-man on duty.
   */
  private static final List<String> SHIPPED =
      List.of("020*", "077*", "0104566700", "0105625000", "0105687000", "087021680");

  private final Set<String> whole = new HashSet<>();
  private final Set<String> series = new TreeSet<>();

  private AuthorityNumbers(Collection<String> numbers) {
    SHIPPED.forEach(this::add);
    numbers.forEach(this::add);
  }

  public static AuthorityNumbers shipped() {
    return new AuthorityNumbers(List.of());
  }

  /** Those shipped and the given ones, as {@link #normal} writes them. */
  public static AuthorityNumbers with(Collection<String> own) {
    return new AuthorityNumbers(own);
  }

  /** The number as it is compared: national, digits alone, with {@code *} last when it is a series. */
  public static String normal(String written) {
    Plain plain = Plain.of(written.strip());
    boolean open = plain.text().endsWith("*");
    String digits = plain.text().replace("(0)", "").replaceAll("[^0-9+]", "");
    String national = digits.replaceFirst("^(?:\\+|00)46", "0").replace("+", "");
    return open ? national + "*" : national;
  }

  /** Whether the number, in digits as dialled within the country, is one of these. */
  boolean holds(String digits) {
    return whole.contains(digits) || series.stream().anyMatch(digits::startsWith);
  }

  /** Whether the very number is one of these, whatever series it would belong to. */
  boolean holdsWhole(String digits) {
    return whole.contains(digits);
  }

  private void add(String number) {
    if (number.endsWith("*")) {
      series.add(number.substring(0, number.length() - 1));
    } else {
      whole.add(number);
    }
  }
}
