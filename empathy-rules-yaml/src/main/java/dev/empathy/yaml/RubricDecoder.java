package dev.empathy.yaml;

import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Emotion;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Negation;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.Source;
import dev.empathy.rubric.Text;
import dev.empathy.rubric.WordList;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the merged and checked tree of all files to the rubric. */
final class RubricDecoder {

  private final Fields rubric;
  private final Map<String, List<String>> skippable;

  /**
   * @param rubric all files as one
   * @param skippable the skippable words of each file by its name
   */
  RubricDecoder(Entries rubric, Map<String, List<String>> skippable) {
    this.rubric = new Fields(rubric);
    this.skippable = skippable;
  }

  Rubric decode(LocalePack locale, String sha256, List<Source> sources, Problems problems) {
    RuleDecoder judge = new RuleDecoder(rubric);
    return new Rubric(
        rubric.need("rubric"),
        rubric.needed("rubric").at(),
        rubric.need("version"),
        locale,
        rubric.string("about"),
        sha256,
        sources,
        rubric.each("words", this::words),
        rubric.each("phrases", entry -> phrases(entry.value())),
        rubric.each("emotions", RubricDecoder::emotion),
        rubric.each("cues", this::cue),
        judge.dimensions(),
        Bands.decode(rubric.entries("bands")),
        rubric.tenths("pass-mark", 0),
        judge.rules(),
        judge.routes(),
        judge.responses(),
        judge.adjustments(),
        rubric.items("examples").stream().map(RubricDecoder::example).toList(),
        rubric.texts("facts"),
        problems.sorted());
  }

  private List<Phrase> phrases(@Nullable Tree tree) {
    return Fields.items(tree).stream().map(this::phrase).toList();
  }

  private Phrase phrase(Tree tree) {
    Tree text = tree instanceof Entries map ? map.get("text") : tree;
    return phrase((Scalar) text, tree, null);
  }

  /**
   * @param given what may say which words the phrase skips; else its file does
   */
  private Phrase phrase(Scalar text, Tree given, @Nullable String instead) {
    List<String> skips =
        given instanceof Entries map
            ? new Fields(map).strings("skippable")
            : skippable.getOrDefault(text.at().file(), List.of());
    return new Phrase(text.text(), text.at(), skips, instead);
  }

  private static Emotion emotion(Entry entry) {
    Fields fields = new Fields((Entries) entry.value());
    List<Emotion.Raise> raises = fields.items("raise").stream().map(RubricDecoder::raise).toList();
    return new Emotion(entry.key().at(), fields.strings("families"), raises);
  }

  private static Emotion.Raise raise(Tree tree) {
    Fields fields = new Fields((Entries) tree);
    double by = Objects.requireNonNull(fields.decimal("by"));
    return new Emotion.Raise(ConditionDecoder.fact(fields.needed("when")), by);
  }

  private WordList words(Entry entry) {
    return new WordList(entry.name(), entry.key().at(), wordEntries(entry.value()));
  }

  private static List<WordList.Entry> wordEntries(Tree tree) {
    if (tree instanceof Items list) {
      return list.items().stream().map(item -> word((Scalar) item, null)).toList();
    }
    return ((Entries) tree)
        .entries().stream().map(entry -> word(entry.key(), strength(entry.value()))).toList();
  }

  private static WordList.Entry word(Scalar text, @Nullable Double strength) {
    return new WordList.Entry(text.text(), text.at(), strength);
  }

  private static @Nullable Double strength(Tree tree) {
    return Numbers.decimal(((Scalar) tree).text());
  }

  private Cue cue(Entry entry) {
    Fields fields = new Fields((Entries) entry.value());
    Text negation = fields.text("negation");
    return new Cue(
        entry.name(),
        entry.key().at(),
        fields.constant("who", Side.class),
        matched(fields),
        fields.texts("detect"),
        phrases(fields.map().get("unless")),
        negation == null ? Negation.SKIP : Amounts.negation(negation),
        fields.text("emotion"),
        fields.decimal("strength"),
        fields.string("about"),
        fields.string("why"),
        fields.flag("off"),
        cueExamples(fields, "hits"),
        cueExamples(fields, "misses"));
  }

  private static List<Cue.Example> cueExamples(Fields cue, String key) {
    return cue.fields("examples").items(key).stream().map(RubricDecoder::cueExample).toList();
  }

  /** A text alone, or a map with the text and what else is said of it. */
  private static Cue.Example cueExample(Tree tree) {
    if (tree instanceof Scalar) {
      return new Cue.Example(Fields.text(tree), false);
    }
    Fields fields = new Fields((Entries) tree);
    return new Cue.Example(
        Fields.text(fields.needed("text")), fields.flag(RubricSchema.KNOWN_GAP.name()));
  }

  /** The phrases of {@code match}, then those of {@code replace}. */
  private List<Phrase> matched(Fields cue) {
    List<Phrase> all = new ArrayList<>(phrases(cue.map().get("match")));
    for (Entry entry : cue.entries("replace")) {
      Tree instead = entry.value() instanceof Entries map ? map.get("say") : entry.value();
      all.add(phrase(entry.key(), entry.value(), ((Scalar) instead).text()));
    }
    return all;
  }

  private static Rubric.Example example(Tree tree) {
    Fields fields = new Fields((Entries) tree);
    Fields expect = fields.fields("expect");
    return new Rubric.Example(
        tree.at(),
        fields.texts("turns"),
        fields.stringMap("facts"),
        expect.string("band"),
        expect.tenths("score"),
        expect.map().has("findings") ? expect.texts("findings") : null,
        dimensions(expect),
        fields.flag(RubricSchema.KNOWN_GAP.name()));
  }

  private static Map<String, Integer> dimensions(Fields expect) {
    Map<String, Integer> all = new LinkedHashMap<>();
    for (Entry entry : expect.map().entries()) {
      if (!List.of("band", "score", "findings").contains(entry.name())) {
        all.put(entry.name(), Fields.tenths((Scalar) entry.value()));
      }
    }
    return all;
  }
}
