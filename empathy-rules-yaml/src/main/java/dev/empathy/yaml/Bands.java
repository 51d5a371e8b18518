package dev.empathy.yaml;

import dev.empathy.rubric.Band;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Scalar;
import java.util.Comparator;
import java.util.List;

/** Bands, by the scores at which they begin. */
final class Bands {

  private Bands() {}

  static List<Entry> rising(List<Entry> bands) {
    return bands.stream().sorted(Comparator.comparingInt(Bands::from)).toList();
  }

  static int from(Entry band) {
    return Fields.tenths((Scalar) band.value());
  }

  static List<Band> decode(List<Entry> bands) {
    return rising(bands).stream()
        .map(entry -> new Band(entry.name(), entry.key().at(), from(entry)))
        .toList();
  }
}
