package se.samlad.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a file of errors may hold without becoming a formula in the spreadsheet that opens it. */
class RowProblemsTest {

  @Test
  void nothingThatAFormulaCouldBeginWithStandsFirst() {
    for (String hostile :
        new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＠x"}) {
      assertThat(RowProblems.unformulated(hostile)).isEqualTo("'" + hostile);
    }
  }

  @Test
  void ordinaryTextIsLeftAlone() {
    assertThat(RowProblems.unformulated("Antal")).isEqualTo("Antal");
    assertThat(RowProblems.unformulated("a=b")).isEqualTo("a=b");
    assertThat(RowProblems.unformulated("")).isEmpty();
  }
}
