package se.samlad.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.util.ReflectionTestUtils;
import se.samlad.catalogue.Categories;
import se.samlad.ground.access.Browser;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.SamladTest;

/** From an empty database to a municipality with an administrator, told in the order it happens. */
@SamladTest
@AutoConfigureMockMvc
@Import(Browser.class)
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstStartTest {

  private static final String[] TYPED = {
    "kommun", "Åprovs kommun",
    "omraden", "Centrum\nNorr\n\nCentrum",
    "organisationer", "Kommunen; Kommunen\nPolisen; Polis\nBolaget",
    "grupp", "EST-gruppen",
    "namn", "Administratör",
    "epost", "admin@kommun.example"
  };

  @Autowired
  private Browser browser;

  @Autowired
  private ApplicationContext application;

  @Autowired
  private Municipalities municipalities;

  @Autowired
  private Tenancy tenancy;

  @Test
  @Order(1)
  void emptySystemLeadsToTheGuide() throws Exception {
    assertThat(browser.open("/handelser").getResponse().getRedirectedUrl())
        .startsWith("/forsta-start");
    assertThat(browser.text("/forsta-start")).contains("Första starten");
  }

  @Test
  @Order(2)
  void wrongCodeAndMissingFieldsWriteNothingAndKeepWhatWasTyped() throws Exception {
    browser.open("/forsta-start");
    MockHttpServletResponse refused =
        browser.submit("/forsta-start", with("kod", "aa-bb-cc")).getResponse();
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("Koden stämmer inte")
        .contains("Åprovs kommun");
    MockHttpServletResponse empty =
        browser.submit("/forsta-start", "kod", code()).getResponse();
    assertThat(empty.getStatus()).isEqualTo(422);
    assertThat(empty.getContentAsString())
        .contains("minst ett område")
        .contains("minst en organisation");
    MockHttpServletResponse address = browser
        .submit("/forsta-start", with("kod", code(), "epost", "ingen adress"))
        .getResponse();
    assertThat(address.getStatus()).isEqualTo(422);
    assertThat(address.getContentAsString()).contains("Skriv en e-postadress");
    assertThat(municipalities.list()).isEmpty();
  }

  @Test
  @Order(3)
  void guideMakesAMunicipalityAndInvitesItsAdministrator() throws Exception {
    browser.open("/forsta-start");
    String invitation =
        browser.submit("/forsta-start", with("kod", code())).getResponse().getRedirectedUrl();
    Municipality made = municipalities.list().getFirst();
    assertThat(made.slug()).isEqualTo("aprovs-kommun");
    assertThat(invitation).startsWith("/inbjudan/aprovs-kommun/");
    String told = tenancy.readAs(
        Actor.system(made.id()),
        () -> application.getBean(Areas.class).main().size()
            + " areas, "
            + application.getBean(Organisations.class).list().size()
            + " organisations, "
            + application.getBean(Groups.class).list().getFirst().areas().size()
            + " areas in the group");
    assertThat(told).isEqualTo("2 areas, 3 organisations, 2 areas in the group");
    browser.open(invitation);
    browser.submit(invitation, "losenord", "lindar kring torget 7");
    assertThat(browser.text("/jag/sakerhet")).contains("kräver två steg");
    assertThat(application.getBean(Categories.class)).isNotNull();
  }

  @Test
  @Order(4)
  void guideIsGoneAfterwards(CapturedOutput output) throws Exception {
    String before = output.getOut();
    ReflectionTestUtils.invokeMethod(application.getBean("setupCode"), "announce");
    assertThat(output.getOut().substring(before.length())).doesNotContain("Första starten");
    assertThat(
            ReflectionTestUtils.<Boolean>invokeMethod(application.getBean("setupCode"), "isNeeded"))
        .isFalse();
  }

  private String code() {
    return ReflectionTestUtils.invokeMethod(application.getBean("setupCode"), "current");
  }

  /** The guide's fields, some of them changed. */
  private static String[] with(String... changed) {
    var fields = new java.util.LinkedHashMap<String, String>();
    for (int i = 0; i < TYPED.length; i += 2) {
      fields.put(TYPED[i], TYPED[i + 1]);
    }
    for (int i = 0; i < changed.length; i += 2) {
      fields.put(changed[i], changed[i + 1]);
    }
    return fields.entrySet().stream()
        .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
        .toArray(String[]::new);
  }
}
