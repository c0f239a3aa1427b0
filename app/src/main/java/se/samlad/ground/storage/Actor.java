package se.samlad.ground.storage;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in a transaction, in the terms PostgreSQL's policies read: municipality, kind, user, organisations with role, groups and the
 * areas those groups cover.
 *
 * @param organisations organisations the actor belongs to
 * @param coordinated organisations the actor is coordinator of
 * @param groups working groups the actor sits in
 * @param areas areas those of them cover that share incidents: local, operative and preparatory ones
 * @param wholeMunicipality whether one of these covers the whole municipality, places outside every area too
 * @param linkSubject what a signed link is about, as {@code kind:uuid}; only for kind LINK
 */
public record Actor(
    MunicipalityId municipality,
    ActorKind kind,
    @Nullable UUID user,
    Set<Role> roles,
    Set<UUID> organisations,
    Set<UUID> coordinated,
    Set<UUID> groups,
    Set<UUID> areas,
    boolean wholeMunicipality,
    @Nullable String linkSubject) {

  public Actor {
    Objects.requireNonNull(municipality, "municipality");
    Objects.requireNonNull(kind, "kind");
    roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    organisations = Set.copyOf(organisations);
    coordinated = Set.copyOf(coordinated);
    groups = Set.copyOf(groups);
    areas = Set.copyOf(areas);
    if (kind != ActorKind.LINK && linkSubject != null) {
      throw new IllegalArgumentException("only a link has a subject, not " + kind);
    }
  }

  /** The system itself within one municipality. */
  public static Actor system(MunicipalityId municipality) {
    return bare(municipality, ActorKind.SYSTEM, null);
  }

  /** Anybody: reads published releases and what an anonymous page needs. */
  public static Actor anybody(MunicipalityId municipality) {
    return bare(municipality, ActorKind.PUBLIC, null);
  }

  /** A signed single-purpose link. */
  public static Actor link(MunicipalityId municipality, String subject) {
    return bare(municipality, ActorKind.LINK, Objects.requireNonNull(subject));
  }

  /** An audience that is one or no working group: what a document is computed for. */
  public static Actor audience(
      MunicipalityId municipality,
      Audience audience,
      Set<UUID> groupAreas,
      boolean wholeMunicipality) {
    return switch (audience) {
      case Audience.Public() -> anybody(municipality);
      case Audience.Leadership() ->
        person(municipality, Set.of(Role.LEADERSHIP), Set.of(), Set.of(), Set.of(), false);
      case Audience.Group(var id) ->
        person(
            municipality,
            Set.of(Role.GROUP_MEMBER),
            Set.of(),
            Set.of(id),
            groupAreas,
            wholeMunicipality);
      case Audience.Organisation(var id) ->
        person(
            municipality,
            Set.of(Role.ORGANISATION_COORDINATOR),
            Set.of(id),
            Set.of(),
            Set.of(),
            false);
      case Audience.Coordinator() ->
        person(municipality, Set.of(Role.COORDINATOR), Set.of(), Set.of(), Set.of(), false);
    };
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean coordinates(UUID organisation) {
    return coordinated.contains(organisation);
  }

  /** The user; a refusal when nobody is signed in. */
  public UUID requireUser() {
    if (user == null) {
      throw new IllegalStateException("no user acts here, only " + kind);
    }
    return user;
  }

  private static Actor bare(MunicipalityId municipality, ActorKind kind, @Nullable String subject) {
    return new Actor(
        municipality, kind, null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, subject);
  }

  private static Actor person(
      MunicipalityId municipality,
      Set<Role> roles,
      Set<UUID> organisations,
      Set<UUID> groups,
      Set<UUID> areas,
      boolean wholeMunicipality) {
    return new Actor(
        municipality,
        ActorKind.PERSON,
        null,
        roles,
        organisations,
        organisations,
        groups,
        areas,
        wholeMunicipality,
        null);
  }
}
