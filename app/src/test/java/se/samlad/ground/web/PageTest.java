package se.samlad.ground.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The layout as its readers meet it. */
@SpringBootTest(classes = Gallery.class)
@AutoConfigureMockMvc
class PageTest {

  private static final Pattern SHEET = Pattern.compile("href=\"(/css/samlad-[0-9a-f]{32}\\.css)\"");

  @Autowired
  private MockMvcTester web;

  @Test
  void pageHasOneHeadingSkipLinkAndStatusLine() {
    String page = text("/galleri");

    assertThat(page).containsOnlyOnce("<h1").containsOnlyOnce("href=\"#innehall\"");
    assertThat(page).containsOnlyOnce("id=\"innehall\"").containsOnlyOnce("id=\"meddelande\"");
    assertThat(page).doesNotContain("??").doesNotContain("th:");
  }

  @Test
  void itemsTheViewerMayNotOpenAreAbsent() {
    assertThat(text("/galleri")).contains("href=\"/galleri\"").doesNotContain("href=\"/admin\"");
  }

  @Test
  void menuTellsWhatWaitsToThoseWhoHearThePage() {
    assertThat(text("/galleri"))
        .contains("<span class=\"antal\">12<span class=\"dold\"> Fler rader</span>");
  }

  @Test
  void wrongFieldIsNamedInTitleSummaryAndInput() {
    String page = text("/galleri");

    assertThat(page).contains("<title>Fel: Galleri – Samlad</title>").contains("href=\"#rubrik\"");
    assertThat(page).contains("aria-describedby=\"rubrik-stod rubrik-fel\"");
  }

  @Test
  void styleSheetIsOneFileNamedByItsContentAndKeptForAYear() {
    Matcher sheet = SHEET.matcher(text("/galleri"));
    assertThat(sheet.find()).isTrue();
    MvcTestResult answer = web.get().uri(sheet.group(1)).exchange();

    assertThat(answer)
        .hasStatusOk()
        .headers()
        .hasValue("Cache-Control", "public, max-age=31536000, immutable");
    assertThat(answer)
        .bodyText()
        .contains("--primary", "@media print")
        .doesNotContain("@import", "/*");
    assertThat(answer)
        .bodyText()
        .containsPattern("/fonts/inter-latin-wght-normal-[0-9a-f]{32}\\.woff2");
  }

  @Test
  void unnamedFileIsAskedAboutEachTime() {
    assertThat(web.get().uri("/js/samlad.js").exchange())
        .hasStatusOk()
        .headers()
        .hasValue("Cache-Control", "public, no-cache")
        .containsHeader("ETag");
  }

  @Test
  void nothingInlineIsNeededUnderThePolicy() {
    MvcTestResult answer = web.get().uri("/galleri").exchange();

    assertThat(answer).headers().hasValue("Content-Security-Policy", SecurityHeaders.POLICY);
    assertThat(SecurityHeaders.POLICY).doesNotContain("unsafe");
    assertThat(answer).bodyText().doesNotContain("style=", "<style", "onclick", "javascript:");
    assertThat(answer).bodyText().doesNotContainPattern("<script(?![^>]* src=)");
  }

  @Test
  void chosenLanguageAndAppearanceStay() {
    MvcTestResult saved = web.post()
        .uri("/jag/val")
        .with(csrf())
        .param("sprak", "en")
        .param("utseende", "morkt")
        .param("kortkommandon", "nej")
        .exchange();
    assertThat(saved).hasStatus3xxRedirection().cookies().hasValue("samlad-val", "en.morkt.nej");

    assertThat(web.get().uri("/jag").cookie(saved.getResponse().getCookie("samlad-val")))
        .bodyText()
        .contains(
            "lang=\"en\"", "data-utseende=\"morkt\"", "data-kortkommandon=\"nej\"", ">Settings<");
  }

  @Test
  void browserThatAsksForNeitherLanguageGetsSwedish() {
    assertThat(web.get().uri("/jag").header("Accept-Language", "de"))
        .bodyText()
        .contains("lang=\"sv\"");
    assertThat(web.get().uri("/jag").header("Accept-Language", "de, en;q=0.5"))
        .bodyText()
        .contains("lang=\"en\"");
  }

  @Test
  void unknownAddressAnswersAPageToPeopleAndProblemDetailsToPrograms() {
    MvcTestResult page =
        web.get().uri("/finns-inte").header("Accept", "text/html").exchange();
    assertThat(page).hasStatus(404).bodyText().contains("<h1>Det finns inte</h1>", "Felkod 404");

    MvcTestResult problem = web.get().uri("/api/v1/finns-inte").exchange();
    assertThat(problem).hasStatus(404).hasContentType("application/problem+json");
    assertThat(problem).bodyText().contains("\"detail\":\"Adressen", "\"detailEn\":\"The address");
  }

  private String text(String path) {
    MvcTestResult answer = web.get().uri(path).exchange();
    assertThat(answer).hasStatusOk();
    return new String(
        answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
