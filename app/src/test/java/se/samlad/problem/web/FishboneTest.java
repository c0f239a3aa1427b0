package se.samlad.problem.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines of the drawing break at spaces and lose no word silently. */
class FishboneTest {

  @Test
  void shortTextIsOneLine() {
    assertThat(Fishbone.wrapped("Mörkt", 20, 3)).containsExactly("Mörkt");
  }

  @Test
  void longTextBreaksAtSpaces() {
    assertThat(Fishbone.wrapped("Mörkt mellan väntkurerna efter klockan 18", 20, 5))
        .containsExactly("Mörkt mellan", "väntkurerna efter", "klockan 18")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(20));
  }

  @Test
  void wordLongerThanALineIsCutAndNothingIsLost() {
    assertThat(Fishbone.wrapped("fastighetsskötselentreprenören kom", 12, 9))
        .containsExactly("fastighetssk", "ötselentrepr", "enören kom");
  }

  @Test
  void moreLinesThanThereIsRoomForEndInAnEllipsis() {
    assertThat(Fishbone.wrapped("ett två tre fyra fem", 4, 2)).containsExactly("ett", "två …");
  }
}
