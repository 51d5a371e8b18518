package dev.empathy.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The quick way of reckoning against the plain one. */
class StatisticsPropertyTest {

  @Property
  void aucIsTheShareOfPairsInOrder(@ForAll("items") List<int[]> items) {
    Column column = column(items);
    double above = 0;
    int pairs = 0;
    for (int yes = 0; yes < column.size(); yes++) {
      for (int no = 0; no < column.size(); no++) {
        if (column.gold()[yes] == 1 && column.gold()[no] == 0) {
          pairs++;
          above += 0.5 + Math.signum(column.read()[yes] - column.read()[no]) / 2;
        }
      }
    }
    Sample sample = Samples.yesNo(Measure.AUC, List.of(column), null);
    if (pairs == 0) {
      assertThat(sample.value()).isNaN();
    } else {
      assertThat(sample.value()).isCloseTo(above / pairs, within(1e-9));
    }
  }

  @Property
  void theOrderOfItemsDoesNotMatter(@ForAll("items") List<int[]> items) {
    List<int[]> turned = new ArrayList<>(items);
    Collections.reverse(turned);
    for (Measure measure : List.of(Measure.F1, Measure.ACCURACY, Measure.AUC, Measure.KAPPA)) {
      double value = Samples.yesNo(measure, List.of(column(items)), null).value();
      double other = Samples.yesNo(measure, List.of(column(turned)), null).value();
      if (Double.isNaN(value)) {
        assertThat(other).isNaN();
      } else {
        assertThat(other).isCloseTo(value, within(1e-9));
      }
    }
  }

  @Property(tries = 50)
  void anIntervalIsInOrderAndTheSameAgain(@ForAll("items") List<int[]> items) {
    Sample sample = Samples.yesNo(Measure.ACCURACY, List.of(column(items)), null);
    Bootstrap interval = Bootstrap.of(sample);
    assertThat(interval.low()).isBetween(0.0, 1.0).isLessThanOrEqualTo(interval.high());
    assertThat(Bootstrap.of(sample)).isEqualTo(interval);
  }

  @Provide
  Arbitrary<List<int[]>> items() {
    Arbitrary<int[]> item =
        Arbitraries.integers()
            .between(0, 1)
            .flatMap(
                gold -> Arbitraries.integers().between(-2, 3).map(read -> new int[] {gold, read}));
    return item.list().ofMinSize(1).ofMaxSize(30);
  }

  private static Column column(List<int[]> items) {
    return new Column(
        items.stream().mapToDouble(item -> item[0]).toArray(),
        items.stream().mapToDouble(item -> item[1]).toArray());
  }
}
