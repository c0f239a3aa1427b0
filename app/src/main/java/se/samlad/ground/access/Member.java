package se.samlad.ground.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** An account (Swedish: medlem, användare). A reporter's name never reaches other organisations. */
public record Member(
    UUID id,
    String displayName,
    Locale language,
    boolean serviceAccount,
    boolean active,
    List<Grant> grants) {

  public Member {
    grants = List.copyOf(grants);
  }

  /** This member with the other's roles as well. */
  Member with(Member other) {
    List<Grant> both =
        Stream.concat(grants.stream(), other.grants.stream()).distinct().toList();
    return new Member(id, displayName, language, serviceAccount, active, both);
  }

  /** The organisations the member holds a role in. */
  public List<UUID> organisations() {
    return grants.stream()
        .flatMap(grant -> Optional.ofNullable(grant.organisation()).stream())
        .distinct()
        .toList();
  }
}
