package se.samlad.situation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.samlad.ground.calendar.Period;
import se.samlad.situation.PictureFigures.Answers;

/** What the figures are made to say, word for word. */
class DraftSentencesTest {

  private final DraftSentences drafts = new DraftSentences(messages());

  @Test
  void briefSaysCountPlacesAndAnswersEachFromItsFigure() {
    assertThat(drafts.of(BlockKind.BRIEF, SampleFigures.withHotspots(3, 0)))
        .containsExactly(
            new Sentence(
                "Vecka 47 var oroligare än väntat: 48 händelser mot väntat 21–45.",
                BlockKind.KEY_FIGURES),
            new Sentence(
                "Det är fler händelser än väntat vid Torget–busstationen och Lindskolan.",
                BlockKind.HOTSPOTS),
            new Sentence(
                "9 av 12 organisationer har svarat. Inget svar: Hemtjänst Söder, Centrumhandeln och Gymnasiet.",
                BlockKind.KEY_FIGURES));
  }

  @Test
  void silentWeekIsNeverCalledCalm() {
    assertThat(drafts.text(BlockKind.BRIEF, SampleFigures.silent()))
        .isEqualTo("Vecka 47: ingen har svarat, så det går inte att säga om det var lugnt. "
            + "Underlaget räcker inte för att peka ut platser. "
            + "0 av 12 organisationer har svarat. Inget svar: Polisen och Bostäder.");
  }

  @Test
  void aheadListsTheDaysAndWhenNamesTheDensestHours() {
    PictureFigures figures = SampleFigures.withHotspots(1, 0);

    assertThat(drafts.text(BlockKind.AHEAD, figures))
        .isEqualTo("Ons 25 nov löning. Lör 28 nov derby i ishallen kl. 15.00.");
    assertThat(drafts.text(BlockKind.WHEN, figures))
        .matches("Fre–lör kl. 20–24 står för \\d+ av \\d+ händelser\\.");
    assertThat(drafts.text(BlockKind.MAP, figures)).isEmpty();
  }

  @Test
  void everybodyAnsweredAndNobodyAskedAreToldApart() {
    assertThat(drafts.coverage(new Answers(12, 12, 0, java.util.List.of(), 12, 12)))
        .isEqualTo("Alla 12 organisationer har svarat.");
    assertThat(drafts.coverage(new Answers(0, 0, 0, java.util.List.of(), 0, 0)))
        .isEqualTo("Ingen organisation var tillfrågad.");
  }

  @Test
  void periodIsNamedInTheReadersLanguage() {
    assertThat(title("2026-v48", "sv")).isEqualTo("Lägesbild vecka 48");
    assertThat(title("2026-11", "sv")).isEqualTo("Lägesbild november 2026");
    assertThat(title("2026-t3", "sv")).isEqualTo("Lägesbild tertial 3 2026");
    assertThat(title("2026-v48-v49", "en")).isEqualTo("Situation picture weeks 48–49");
  }

  private String title(String period, String language) {
    return drafts.title(Period.parse(period).orElseThrow(), Locale.of(language));
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setDefaultEncoding("UTF-8");
    messages.setBasename("messages.situation");
    return messages;
  }
}
