package se.samlad.ground.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.ground.geography.tile.World;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

@SamladTest
class BaseMapTest {

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  BaseMap maps;

  @Autowired
  BaseTiles tiles;

  @Autowired
  MapDrawing drawing;

  TestTown town;
  TestTown.Person member;

  @BeforeEach
  void aTownWithABaseMap() {
    town = TestTown.in(tenancy, db, catalogue);
    town.area("Centrum", 0, 0);
    town.area("Lindhem", 1, 0);
    town.asSystem(() -> SmallTown.plant(db));
    UUID guards = town.organisation("Bevakning", "GUARD_COMPANY");
    member = town.person(Role.REPORTER, guards);
  }

  @Test
  void theMapIsReadOnceForEachStateOfItsRows() {
    BaseSheet first = asMember(maps::sheet);
    assertThat(asMember(maps::sheet)).isSameAs(first);
    town.asSystem(
        () -> db.sql("delete from samlad.base_feature where layer = 'contour'").update());
    BaseSheet second = asMember(maps::sheet);
    assertThat(second.build()).isNotEqualTo(first.build());
    town.area("Skogen", 2, 0);
    assertThat(asMember(maps::sheet).build()).isNotEqualTo(second.build());
  }

  @Test
  void anotherMunicipalitySeesItsOwnMapAlone() {
    TestTown other = TestTown.in(tenancy, db, catalogue);
    BaseSheet theirs = CurrentActor.as(other.system(), (Supplier<BaseSheet>) maps::sheet);
    assertThat(theirs.inFrame(new Envelope(0, 1e6, 6e6, 7e6), 22)).isEmpty();
    assertThat(theirs.whole()).isNull();
    assertThat(asMember(maps::sheet).inFrame(new Envelope(0, 1e6, 6e6, 7e6), 22))
        .isNotEmpty();
  }

  @Test
  void aTileHoldsWhatLiesInItAndGrowsWithTheZoom() {
    BaseSheet sheet = asMember(maps::sheet);
    var centre = World.of(SmallTown.E + 725, SmallTown.N + 780);
    byte[] near = BaseTiles.make(sheet, TileAddress.at(14, centre.x, centre.y));
    byte[] far = BaseTiles.make(sheet, TileAddress.at(9, centre.x, centre.y));
    assertThat(text(near)).contains("building", "Storgatan", "area");
    assertThat(text(far)).contains("Riksväg 50").doesNotContain("building", "Storgatan");
    assertThat(BaseTiles.make(sheet, new TileAddress(15, 0, 0))).isEmpty();
    assertThat(tiles.gzipped(sheet, TileAddress.at(15, centre.x, centre.y)))
        .isSameAs(tiles.gzipped(sheet, TileAddress.at(15, centre.x, centre.y)));
  }

  @Test
  void aMemberIsDrawnTheSameTown() {
    String svg = asMember(() -> drawing.svg(drawing.whole(), java.util.List.of(), 640, 480));
    assertThat(svg).contains("k-spar", ">Centrum</text>");
    assertThat(asMember(() -> drawing.square(SmallTown.E + 10, SmallTown.N + 990)))
        .isEqualTo("A1");
  }

  private <T> T asMember(Supplier<T> work) {
    return CurrentActor.as(member.actor(), work);
  }

  private static String text(byte[] tile) {
    return new String(tile, java.nio.charset.StandardCharsets.UTF_8);
  }
}
