package se.samlad.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class Sweref99Test {

  private static final Offset<Double> MILLIMETRE = within(0.001);
  private static final Offset<Double> DEGREES = within(1e-8);

  @Test
  void officialControlPointsAgreeToTheMillimetre() {
    var rows = rows("lantmateriet_control_points.csv");
    assertThat(rows).hasSize(15);
    for (double[] row : rows) {
      Sweref99.Point point = Sweref99.TM.project(row[1], row[0]);
      assertThat(point.northing()).isCloseTo(row[2], MILLIMETRE);
      assertThat(point.easting()).isCloseTo(row[3], MILLIMETRE);
    }
  }

  @Test
  void pointsOverSwedenAgreeWithTheReferenceBothWays() {
    for (double[] row : rows("tm_points.csv")) {
      Sweref99.Point point = Sweref99.TM.project(row[2], row[1]);
      assertThat(point.northing()).isCloseTo(row[3], MILLIMETRE);
      assertThat(point.easting()).isCloseTo(row[4], MILLIMETRE);
      Sweref99.Geographic back = Sweref99.TM.unproject(row[3], row[4]);
      assertThat(back.lat()).isCloseTo(row[1], DEGREES);
      assertThat(back.lon()).isCloseTo(row[2], DEGREES);
    }
  }

  @Test
  void localZonesAgreeWithTheReference() {
    for (double[] row : rows("zone_points.csv")) {
      double meridian = Math.floor(row[0] / 100) + row[0] % 100 / 60;
      Sweref99.Point point = Sweref99.zone(meridian).project(row[3], row[2]);
      assertThat(point.northing()).isCloseTo(row[4], MILLIMETRE);
      assertThat(point.easting()).isCloseTo(row[5], MILLIMETRE);
    }
  }

  @Test
  void impossibleCoordinatesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Sweref99.TM.project(Double.NaN, 59));
    assertThatIllegalArgumentException().isThrownBy(() -> Sweref99.TM.project(15, 91));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sweref99.TM.unproject(Double.POSITIVE_INFINITY, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Sweref99.zone(11));
  }

  private static List<double[]> rows(String file) {
    var stream = Objects.requireNonNull(
        Sweref99Test.class.getResourceAsStream("/reference/sweref99/" + file));
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(Sweref99Test::numbers).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static double[] numbers(String line) {
    return List.of(line.split(",")).stream().mapToDouble(Double::parseDouble).toArray();
  }
}
