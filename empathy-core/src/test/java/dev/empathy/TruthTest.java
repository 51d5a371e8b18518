package dev.empathy;

import static dev.empathy.Truth.FALSE;
import static dev.empathy.Truth.TRUE;
import static dev.empathy.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TruthTest {

  private static final Truth[] ALL = {FALSE, UNKNOWN, TRUE};

  @Test
  void and_or_not_are_kleenes_tables() {
    Truth[][] and = {{FALSE, FALSE, FALSE}, {FALSE, UNKNOWN, UNKNOWN}, {FALSE, UNKNOWN, TRUE}};
    Truth[][] or = {{FALSE, UNKNOWN, TRUE}, {UNKNOWN, UNKNOWN, TRUE}, {TRUE, TRUE, TRUE}};
    Truth[] not = {TRUE, UNKNOWN, FALSE};
    for (int a = 0; a < 3; a++) {
      assertThat(ALL[a].not()).isEqualTo(not[a]);
      for (int b = 0; b < 3; b++) {
        assertThat(ALL[a].and(ALL[b])).isEqualTo(and[a][b]);
        assertThat(ALL[a].or(ALL[b])).isEqualTo(or[a][b]);
      }
    }
  }
}
