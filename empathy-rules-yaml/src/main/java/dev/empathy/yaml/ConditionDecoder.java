package dev.empathy.yaml;

import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.Amount;
import dev.empathy.rubric.Condition.FactCondition;
import dev.empathy.rubric.Condition.Per;
import dev.empathy.rubric.Condition.Position;
import dev.empathy.rubric.Condition.Turn;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Text;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From a checked map to a condition. */
final class ConditionDecoder {

  private ConditionDecoder() {}

  static @Nullable Condition optional(@Nullable Tree tree) {
    return tree == null ? null : decode(tree);
  }

  static Condition decode(Tree tree) {
    Fields fields = new Fields((Entries) tree);
    Location at = tree.at();
    if (fields.map().has("cue") || fields.map().has("missing")) {
      return cue(fields, at);
    } else if (fields.map().has("signal")) {
      return signal(fields, at);
    } else if (fields.map().has("fact")) {
      return fact(fields, at);
    } else if (fields.map().has("rule")) {
      Outcome is = Objects.requireNonNull(fields.constant("is", Outcome.class));
      return new Condition.RuleCondition(at, Fields.text(fields.needed("rule")), is);
    } else if (fields.map().has("emotion") || fields.map().has("family-of")) {
      return emotion(fields, at);
    }
    return group(fields, at);
  }

  private static Condition group(Fields fields, Location at) {
    if (fields.map().has("all")) {
      return new Condition.All(at, conditions(fields, "all"));
    } else if (fields.map().has("none")) {
      return new Condition.None(at, conditions(fields, "none"));
    } else if (fields.map().has("any")) {
      return new Condition.AtLeastOf(at, 1, conditions(fields, "any"));
    }
    int least = Integer.parseInt(fields.need("at-least-of"));
    return new Condition.AtLeastOf(at, least, conditions(fields, "of"));
  }

  private static List<Condition> conditions(Fields fields, String key) {
    return fields.items(key).stream().map(ConditionDecoder::decode).toList();
  }

  private static Condition cue(Fields fields, Location at) {
    boolean missing = fields.map().has("missing");
    Text within = fields.text("within");
    Text same = fields.text("same");
    return new Condition.CueCondition(
        at,
        Fields.text(fields.needed(missing ? "missing" : "cue")),
        missing,
        amount(fields, "at-least"),
        amount(fields, "at-most"),
        amount(fields, "exactly"),
        per(fields),
        turn(fields),
        fields.constant("position", Position.class),
        fields.text("before"),
        fields.text("after"),
        within == null ? null : Amounts.within(within),
        same == null ? null : Amounts.same(same));
  }

  private static @Nullable Amount amount(Fields fields, String key) {
    Text text = fields.text(key);
    return text == null ? null : Amounts.amount(text, 0);
  }

  private static Per per(Fields fields) {
    if ("100-words".equals(fields.string("per"))) {
      return Per.HUNDRED_WORDS;
    }
    Per per = fields.constant("per", Per.class);
    return per == null ? Per.MESSAGE : per;
  }

  private static Turn turn(Fields fields) {
    Turn turn = fields.constant("turn", Turn.class);
    return turn == null ? Turn.THIS : turn;
  }

  private static Condition emotion(Fields fields, Location at) {
    Text emotion = fields.text("emotion");
    boolean any = emotion == null || emotion.value().equals("any");
    return new Condition.EmotionCondition(
        at,
        any ? null : emotion,
        fields.decimal("at-least"),
        turn(fields),
        fields.flag("rising"),
        fields.text("family-of"));
  }

  private static Condition signal(Fields fields, Location at) {
    List<Tree> between =
        fields.map().get("between") instanceof Items items ? items.items() : List.of();
    return new Condition.SignalCondition(
        at,
        Fields.text(fields.needed("signal")),
        fields.decimal("below"),
        fields.decimal("above"),
        between.isEmpty() ? null : Numbers.decimal(((Scalar) between.get(0)).text()),
        between.isEmpty() ? null : Numbers.decimal(((Scalar) between.get(1)).text()),
        turn(fields));
  }

  static FactCondition fact(Tree tree) {
    return fact(new Fields((Entries) tree), tree.at());
  }

  private static FactCondition fact(Fields fields, Location at) {
    return new FactCondition(
        at,
        Fields.text(fields.needed("fact")),
        fields.string("is"),
        fields.string("is-not"),
        fields.strings("in"),
        fields.decimal("at-least"),
        fields.decimal("at-most"),
        fields.optionalFlag("present"));
  }
}
