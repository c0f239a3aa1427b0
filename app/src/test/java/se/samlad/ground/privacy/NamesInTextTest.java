package se.samlad.ground.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.ground.privacy.names.NameFinder;
import se.samlad.ground.privacy.names.NameIndex;
import se.samlad.ground.privacy.names.NameLists;
import se.samlad.ground.privacy.names.Phrases;
import se.samlad.ground.storage.TextGuard.Kind;

/** Names in running text: what is somebody's, and what looks so and is a bear, a street or a shop. */
class NamesInTextTest {

  private static final NameFinder SHIPPED =
      new NameFinder(NameLists.commonest(), NameLists.everydayWords(), NameLists.places());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vi såg [Erik Lundström] där",
        "[Anna Lindströms] hund",
        "Det var [Björn Berg] som sprang",
        "[Sten Lind] ringde",
        "Han heter [Kevin]",
        "han heter [kevin]",
        "Den som heter [Sten] sprang",
        "Någon som kallas [Räven]",
        "grannen [Andersson] klagar",
        "Bråk mellan [Kevin] och [Liam]",
        "[Kevin] slog sönder rutan",
        "vi såg [anna lindström] där",
        "Brev till [A. Lindström]",
        "Det är [Carl von Essen] som äger",
        "[Anna-Karin Svensson-Lind] ringde",
        "VI SÅG [ERIK LUNDSTRÖM] DÄR I NATT",
        "Brevlådan märkt [Qwxyz Zyxwq] är uppbruten"
      })
  void namesAreFound(String marked) {
    assertThat(shown(marked.replaceAll("[\\[\\]]", ""))).isEqualTo(marked);
  }

  @Test
  void theMunicipalitysOwnPlacesAreNobody() {
    String text = "Klotter vid Qwxyz Zyxwq och i Linnea";
    assertThat(names(text, Phrases.none())).isNotEmpty();
    assertThat(names(text, Phrases.of(List.of("Qwxyz Zyxwq", "Linnea")))).isEmpty();
  }

  @Test
  void whatIsReadBackOfAListKnowsTheSameNames() {
    NameIndex list =
        new NameIndex.Builder().given("Qwix", 700).surname("Zolpin", 3).build();
    NameIndex again = NameIndex.ofBytes(list.bytes());
    assertThat(again.names()).isEqualTo(2);
    assertThat(again.bytes()).isEqualTo(list.bytes());
    NameFinder finder = new NameFinder(again, NameLists.everydayWords(), NameLists.places());
    assertThat(finder.find("bråk med Qwix igen", Phrases.none())).hasSize(1);
  }

  private static String shown(String text) {
    StringBuilder out = new StringBuilder(text);
    for (NameFinder.Span name : SHIPPED.find(text, Phrases.none()).reversed()) {
      out.insert(name.end(), ']').insert(name.start(), '[');
    }
    return out.toString();
  }

  private static List<Kind> names(String text, Phrases own) {
    return new GuardRules(AuthorityNumbers.shipped(), SHIPPED, own)
        .guard(text).hits().stream().map(hit -> hit.kind()).toList();
  }
}
