package dev.empathy.yaml;

import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Items;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much there is of what costs time at every message, or at every example. The bounds are held
 * against all files together.
 */
final class SizeCheck {

  /** What a condition begins with. Groups of conditions cost nothing by themselves. */
  private static final Set<String> CONDITIONS =
      Set.of("cue", "missing", "emotion", "family-of", "signal", "fact", "rule");

  private final Problems problems;
  private int conditions;
  private int examples;
  private int judged;

  private SizeCheck(Problems problems) {
    this.problems = problems;
  }

  static void check(Entries rubric, Problems problems) {
    SizeCheck check = new SizeCheck(problems);
    check.count(rubric, "cues", Limits.CUES);
    check.count(rubric, "emotions", Limits.EMOTIONS);
    check.count(rubric, "dimensions", Limits.DIMENSIONS);
    check.count(rubric, "bands", Limits.BANDS);
    check.count(rubric, "overrides", Limits.OVERRIDES);
    check.count(rubric, "responses", Limits.RESPONSES);
    check.conditions(rubric, "rules");
    check.conditions(rubric, "routes");
    check.conditions(rubric, "responses");
    check.conditions(rubric, "emotions");
    check.examples(rubric);
    check.selfTest(rubric);
  }

  private void count(Entries rubric, String kind, int most) {
    List<? extends Object> all = parts(rubric.get(kind));
    if (all.size() > most) {
      tooMany(place(all.get(most)), kind, most, kind);
    }
  }

  private static List<? extends Object> parts(@Nullable Tree tree) {
    return tree instanceof Entries map
        ? map.entries()
        : tree instanceof Items list ? list.items() : List.of();
  }

  private static Tree place(Object part) {
    return part instanceof Entry entry ? entry.key() : (Tree) part;
  }

  private void tooMany(Tree at, String path, int most, String what) {
    problems.error(
        Code.LIMIT,
        at,
        path,
        "a rubric may have " + most + " " + what,
        "take away what is not needed");
  }

  /** Each rule and route has one at least, so that this bounds them, too. */
  private void conditions(Entries rubric, String kind) {
    for (Object part : parts(rubric.get(kind))) {
      if (((Entry) part).value() instanceof Entries judge) {
        for (String key : List.of("when", "require", "forbid", "raise")) {
          conditions(judge.get(key), kind);
        }
      }
    }
  }

  private void conditions(@Nullable Tree tree, String kind) {
    if (tree instanceof Items list) {
      list.items().forEach(one -> conditions(one, kind));
    } else if (tree instanceof Entries map) {
      for (Entry entry : map.entries()) {
        if (CONDITIONS.contains(entry.name()) && ++conditions == Limits.CONDITIONS + 1) {
          tooMany(entry.key(), kind, Limits.CONDITIONS, "conditions");
        }
        conditions(entry.value(), kind);
      }
    }
  }

  private void examples(Entries rubric) {
    for (Object part : parts(rubric.get("cues"))) {
      if (((Entry) part).value() instanceof Entries cue
          && cue.get("examples") instanceof Entries of) {
        for (Entry kind : of.entries()) {
          for (Tree example : Fields.items(kind.value())) {
            if (++examples == Limits.EXAMPLES + 1) {
              tooMany(example, "cues", Limits.EXAMPLES, "examples of cues");
            }
          }
        }
      }
    }
    for (String kind : List.of("rules", "routes", "responses")) {
      for (Object part : parts(rubric.get(kind))) {
        if (((Entry) part).value() instanceof Entries judge) {
          judged(judge.get("examples"), kind);
        }
      }
    }
    judged(rubric.get("examples"), "examples");
  }

  /** All rules are judged for each of these examples. */
  private void selfTest(Entries rubric) {
    List<? extends Object> rules = parts(rubric.get("rules"));
    long judgements = (long) rules.size() * judged;
    if (judgements > Limits.JUDGEMENTS) {
      problems.error(
          Code.LIMIT,
          place(rules.get(0)),
          "rules",
          judged
              + " examples, for each of which "
              + rules.size()
              + " rules are judged, are too many together; the limit is "
              + Limits.JUDGEMENTS,
          "take away examples that show the same");
    }
  }

  private void judged(@Nullable Tree all, String path) {
    for (Tree example : Fields.items(all)) {
      if (++judged == Limits.JUDGED_EXAMPLES + 1) {
        tooMany(
            example,
            path,
            Limits.JUDGED_EXAMPLES,
            "examples of rules, routes, responses and the whole together");
      }
    }
  }
}
