package se.samlad.analysis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void quotedFieldsKeepSeparatorsQuotesAndLineBreaks() {
    Csv table = Csv.parse("a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n");
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.text(0, "a")).isEqualTo("x, \"y\"\nz");
    assertThat(table.number(0, "b")).isEqualTo(2);
  }

  @Test
  void semicolonIsToldFromTheHeading() {
    assertThat(Csv.parse("\uFEFFid;value\n1;2\n").numbers("value")).containsExactly(2);
  }

  @Test
  void missingNumbersAreNotANumber() {
    assertThat(Csv.parse("a,b\nNA,1\n,2\n").numbers("a")).containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void brokenTablesAreRefusedInOneSentence() {
    assertThatThrownBy(() -> Csv.parse("")).hasMessageContaining("empty");
    assertThatThrownBy(() -> Csv.parse("a,b\n1\n")).hasMessageContaining("Row 1 has 1 fields");
    assertThatThrownBy(() -> Csv.parse("a\n\"1\n")).hasMessageContaining("never closed");
    assertThatThrownBy(() -> Csv.parse("a\nx\n").numbers("a"))
        .hasMessageContaining("\"x\" is not a number");
    assertThatThrownBy(() -> Csv.parse("a\n1\n").numbers("b")).hasMessageContaining("no column b");
    assertThatThrownBy(() -> Csv.parse("a\n1.5\n").integers("a"))
        .hasMessageContaining("whole numbers");
  }
}
