package dev.empathy.yaml;

import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Phrase;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a checked tree to a locale pack. */
final class LocaleDecoder {

  private LocaleDecoder() {}

  static LocalePack decode(Entries map) {
    Fields pack = new Fields(map);
    return new LocalePack(
        pack.need("locale"),
        Integer.parseInt(pack.need("window")),
        phrases(pack.map().get("negators")),
        phrases(pack.map().get("pseudo-negators")),
        pack.strings("stops"),
        phrases(pack.map().get("intensifiers")),
        phrases(pack.map().get("dampeners")),
        new LinkedHashSet<>(pack.strings("function-words")),
        new LinkedHashSet<>(pack.strings("formal-words")),
        new LinkedHashSet<>(pack.strings("informal-words")),
        pack.stringMap("clitics"),
        inflections(pack),
        new LinkedHashSet<>(pack.strings("abbreviations")),
        pack.each("phrases", entry -> phrases(entry.value())));
  }

  private static Map<String, List<String>> inflections(Fields pack) {
    return pack.each(
        "inflections",
        entry -> Fields.items(entry.value()).stream().map(item -> ((Scalar) item).text()).toList());
  }

  /** A locale's phrases have no skippable words. */
  private static List<Phrase> phrases(@Nullable Tree tree) {
    return Fields.phrases(tree, file -> List.of());
  }
}
