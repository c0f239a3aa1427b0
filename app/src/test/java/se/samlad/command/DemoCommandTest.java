package se.samlad.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import se.samlad.support.TestDatabase;

class DemoCommandTest {

  @Test
  void otherAddressesAreRefusedUnlessAskedFor() {
    assertThat(DemoCommand.refuses("127.0.0.1", false)).isFalse();
    assertThat(DemoCommand.refuses("0.0.0.0", false)).isTrue();
    assertThat(DemoCommand.refuses("192.168.1.4", false)).isTrue();
    assertThat(DemoCommand.refuses("0.0.0.0", true)).isFalse();
  }

  @Test
  void oneRealMunicipalityIsEnoughToRefuse() throws SQLException {
    try (Connection owner = TestDatabase.fresh().asOwner();
        Statement statement = owner.createStatement()) {
      assertThat(Storage.holdsRealData(owner)).isFalse();
      statement.execute("""
          insert into samlad.municipality (municipality_id, slug, name, demo)
          values (gen_random_uuid(), 'prov-demo', 'Provköping', true)
          """);
      assertThat(Storage.holdsRealData(owner)).isFalse();
      statement.execute("""
          insert into samlad.municipality (municipality_id, slug, name, demo)
          values (gen_random_uuid(), 'prov', 'Provköping', false)
          """);
      assertThat(Storage.holdsRealData(owner)).isTrue();
    }
  }

  @Test
  void emptyDatabaseHoldsNoRealData() throws SQLException {
    try (Connection owner = TestDatabase.fresh().asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute("drop schema samlad cascade");
      assertThat(Storage.holdsRealData(owner)).isFalse();
    }
  }
}
