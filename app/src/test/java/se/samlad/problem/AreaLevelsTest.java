package se.samlad.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.measure.MeasureTown;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown.Person;
import se.samlad.support.Visit;

/** Levels of areas: judged with a motivation, never without seeing the last judgement, and defined by the municipality. */
@BrowserTest
class AreaLevelsTest {

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Problems problems;

  @Autowired
  AreaLevels levels;

  MeasureTown town;

  @BeforeEach
  void build() {
    town = new MeasureTown(tenancy, db, catalogue, problems);
  }

  @Test
  void judgementNeedsAMotivationAndShowsWhatStoodBefore() {
    as(town.guardInGroup, () -> change("", "GULT", "Mer än väntat i två veckor"));
    AreaLevel red = as(town.coordinator, () -> change("GULT", "ROTT", "Tre bränder på en natt"));
    assertThat(red.informs()).contains("Trygghetschefen");
    assertThat(red.withinHours()).isEqualTo(24);
    AreaLevelChange now =
        as(town.guardInGroup, () -> levels.current(town.group)).get(town.centrum);
    assertThat(now).isNotNull();
    assertThat(now.previous()).isEqualTo("GULT");
    assertThat(as(town.guardInGroup, () -> levels.history(town.group, town.centrum)))
        .hasSize(2);
    assertThatThrownBy(() -> as(town.coordinator, () -> change("ROTT", "GRONT", " ")))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> as(town.coordinator, () -> change("ROTT", "LILA", "Nytt läge")))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> as(town.coordinator, () -> change("GULT", "GRONT", "Lugnt igen")))
        .as("somebody judged it red meanwhile")
        .isInstanceOf(Refused.class);
  }

  @Test
  void strangerNeitherJudgesNorReads() {
    as(town.guardInGroup, () -> change("", "GULT", "Mer än väntat"));
    assertThatThrownBy(() -> as(town.stranger, () -> change("GULT", "ROTT", "Jag tycker det")))
        .isInstanceOf(NotFound.class);
    assertThat(as(town.stranger, () -> levels.current(town.group))).isEmpty();
  }

  @Test
  void levelsAreTheMunicipalitysOwnAndOneThatIsUsedIsNotLost() {
    Person administrator = town.town.person(Role.ADMINISTRATOR, null);
    List<AreaLevel> own = new ArrayList<>(as(administrator, levels::levels));
    own.add(
        1,
        new AreaLevel(
            "BLATT",
            AreaLevel.Tone.GREY,
            "Blått läge",
            "Blue",
            "Osäkert underlag",
            "",
            null,
            false));
    as(administrator, () -> {
      levels.define(own);
      return true;
    });
    assertThat(as(town.guardInGroup, levels::levels))
        .extracting(AreaLevel::code)
        .containsExactly("GRONT", "BLATT", "GULT", "ROTT");
    assertThatThrownBy(() -> as(administrator, () -> {
          levels.define(own.subList(0, 2));
          return true;
        }))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> as(town.coordinator, () -> {
          levels.define(own);
          return true;
        }))
        .isInstanceOf(Refused.class);
  }

  @Test
  void groupJudgesItsAreaOnThePhoneAndWrongInputIsKept() {
    try (Visit visit = doors.phone()) {
      visit.enter(town.town, DemoRole.SAMORDNARE);
      Page page = visit.open("/problem/lagen");
      visit.isAccessible();
      page.locator("#o-" + town.centrum + " summary").first().click();
      page.locator("#o-" + town.centrum + " input[value='ROTT']").check();
      page.locator("#o-" + town.centrum + " button:has-text('Spara bedömningen')")
          .click();
      assertThat(page.locator("#felsumma").textContent()).contains("Skriv en motivering");
      assertThat(page.locator("#o-" + town.centrum + " input[value='ROTT']").isChecked())
          .isTrue();
      visit.isAccessible();
      page.fill("#motivering", "Tre bränder på en natt");
      page.locator("#o-" + town.centrum + " button:has-text('Spara bedömningen')")
          .click();
      assertThat(page.locator("#o-" + town.centrum).textContent())
          .contains("Rött läge", "Tre bränder", "inom 24 timmar", "Förbered en kraftsamling");
      visit.isAccessible();
      visit.wholePicture("omradens-lage-telefon");
      page.locator("a:has-text('Förbered en kraftsamling')").click();
      assertThat(page.locator("h1").count()).isEqualTo(1);
      assertThat(page.url()).contains("/moten/");
    }
  }

  @Test
  void administratorRenamesALevel() {
    town.town.person(Role.ADMINISTRATOR, null).playing(DemoRole.ADMINISTRATOR);
    try (Visit visit = doors.desk()) {
      visit.enter(town.town, DemoRole.ADMINISTRATOR);
      Page page = visit.open("/admin/lagen");
      visit.isAccessible();
      page.fill("#namn1", "");
      page.fill("#timmar1", "snart");
      page.locator("button:has-text('Spara lägena')").click();
      assertThat(page.locator("#felsumma").textContent()).contains("Skriv ett namn", "hela timmar");
      assertThat(page.inputValue("#timmar1")).isEqualTo("snart");
      page.fill("#namn1", "Förhöjt läge");
      page.fill("#timmar1", "12");
      page.locator("button:has-text('Spara lägena')").click();
      assertThat(page.inputValue("#namn1")).isEqualTo("Förhöjt läge");
    }
  }

  private AreaLevel change(String seen, String level, String why) {
    return levels.change(town.group, town.centrum, seen, level, why);
  }

  private <T> T as(Person person, Supplier<T> work) {
    return tenancy.as(person.actor(), work);
  }
}
