package dev.empathy.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsNamesTest {

  private static final CueDetector NONE = (text, writer) -> List.of();
  private static final Signal ZERO = texts -> 0;

  @ParameterizedTest
  @ValueSource(strings = {"a", "acme-request", "v2", "a--b"})
  void names(String name) {
    Extensions both = Extensions.NONE.withDetector(name, NONE).withSignal(name, ZERO);
    assertThat(both.detectors()).containsOnlyKeys(name);
    assertThat(both.signals()).containsOnlyKeys(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "2v", "-a", "a-", "a b", "a_b", "größe", "$a", "a\n"})
  void no_names(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Extensions.NONE.withDetector(name, NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> Extensions.NONE.withSignal(name, ZERO));
  }

  @Test
  void a_name_stands_for_one_thing() {
    Extensions one = Extensions.NONE.withDetector("d", NONE).withSignal("s", ZERO);
    assertThatIllegalArgumentException().isThrownBy(() -> one.withDetector("d", NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> one.withSignal("s", ZERO));
  }

  @Test
  void nothing_is_no_extension() {
    Map<String, Signal> signals = new HashMap<>();
    signals.put("s", null);
    assertThatNullPointerException().isThrownBy(() -> new Extensions(Map.of(), signals));
  }

  @Test
  void it_never_changes() {
    Map<String, CueDetector> detectors = new HashMap<>(Map.of("b", NONE, "a", NONE));
    Extensions two = new Extensions(detectors, Map.of());
    detectors.clear();
    Extensions three = two.withDetector("c", NONE);
    assertThat(two).hasToString("Extensions[detectors [a, b], signals []]");
    assertThat(three.detectors()).containsOnlyKeys("a", "b", "c");
    assertThat(Extensions.NONE.detectors()).isEmpty();
  }
}
