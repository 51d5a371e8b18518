package dev.empathy;

import dev.empathy.Program.Group;
import dev.empathy.Program.Use;
import dev.empathy.internal.match.ListIndex;
import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.match.OtherWords;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Warns of phrases and words that do nothing, or other things than their author means. */
final class PhraseLints {

  /** A cue's phrase and the name of its place; the list of them is numbered as the matcher is. */
  private record Placed(Phrase phrase, String path) {}

  private final Rubric rubric;
  private final List<Group> groups;
  private final Matcher matcher;
  private final Lints lints;
  private final OtherWords words;
  private final List<Placed> phrases = new ArrayList<>();

  PhraseLints(Rubric rubric, List<Group> groups, Matcher matcher, Lints lints) {
    this.rubric = rubric;
    this.groups = groups;
    this.matcher = matcher;
    this.lints = lints;
    this.words = new OtherWords(rubric.locale());
  }

  void check() {
    for (Cue cue : rubric.cues().values()) {
      place(cue.match(), "cues." + cue.id() + ".match");
      place(cue.unless(), "cues." + cue.id() + ".unless");
    }
    checkUnless();
    checkShadowed();
    rubric.words().values().forEach(this::check);
    rubric.phrases().forEach((id, all) -> checkForms(all, "phrases." + id));
    phrases.forEach(
        placed -> checkForms(placed.phrase().text(), placed.phrase().at(), placed.path()));
  }

  private void place(List<Phrase> group, String path) {
    for (int i = 0; i < group.size(); i++) {
      phrases.add(new Placed(group.get(i), path + "[" + (i + 1) + "]"));
    }
  }

  private void checkUnless() {
    int[] rivals = matcher.shadows(this::unlessOf);
    for (int i = 0; i < phrases.size(); i++) {
      if (rivals[i] >= 0) {
        warn(
            phrases.get(i),
            IssueCodes.NEVER_HITS,
            "this never hits: " + name(phrases.get(rivals[i])) + " suppresses all of it",
            "take one of them away");
      }
    }
  }

  /** The group of a cue's {@code unless} follows that of its {@code match}. */
  private int unlessOf(int group) {
    boolean has =
        groups.get(group).use() == Use.MATCH
            && group + 1 < groups.size()
            && groups.get(group + 1).use() == Use.UNLESS;
    return has ? group + 1 : -1;
  }

  private void checkShadowed() {
    int[] rivals = matcher.shadows(group -> group);
    for (int i = 0; i < phrases.size(); i++) {
      if (rivals[i] >= 0) {
        warn(
            phrases.get(i),
            IssueCodes.SHADOWED,
            name(phrases.get(rivals[i])) + " matches all that this matches",
            "take it away");
      }
    }
  }

  private void warn(Placed placed, String code, String message, String hint) {
    Phrase phrase = placed.phrase();
    lints.warn(code, phrase.at(), phrase.text().length(), placed.path(), message, hint);
  }

  private static String name(Placed other) {
    return other.path() + ", " + other.phrase().at() + ",";
  }

  private void check(WordList list) {
    ListIndex index = Objects.requireNonNull(matcher.list(list.id()));
    Map<Integer, Integer> repeated = index.repeated();
    for (int i = 0; i < list.entries().size(); i++) {
      WordList.Entry entry = list.entries().get(i);
      String path = "words." + list.id() + "[" + (i + 1) + "]";
      Integer earlier = repeated.get(i);
      if (earlier != null) {
        String other = list.entries().get(earlier).text();
        lints.warn(
            IssueCodes.REPEATED,
            entry.at(),
            entry.text().length(),
            path,
            "the list has this already, as " + other,
            "take one of them away");
      }
      checkForms(entry.text(), entry.at(), path);
    }
  }

  private void checkForms(List<Phrase> all, String path) {
    for (int i = 0; i < all.size(); i++) {
      checkForms(all.get(i).text(), all.get(i).at(), path + "[" + (i + 1) + "]");
    }
  }

  private void checkForms(String text, Location at, String path) {
    for (OtherWords.Found found : words.in(text)) {
      lints.warn(
          IssueCodes.OTHER_WORD,
          at.plus(found.offset()),
          found.word().length() + 1,
          path,
          found.word() + "~ is also " + String.join(", ", found.others()) + ", another word",
          "write out what you mean: " + String.join(", ", found.meant()));
    }
  }
}
