package dev.empathy;

import dev.empathy.internal.match.Matcher;
import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.EmotionCondition;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Emotion;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Source;
import dev.empathy.rubric.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Checks that every name in a sentence of the rubric can stand for something. */
final class TemplateCheck {

  /** A sentence is looked through for its names this far: nobody folds one over more lines. */
  private static final int MOST_LINES = 100;

  private final Rubric rubric;
  private final ToIntFunction<String> groupOf;
  private final Matcher matcher;
  private final Consumer<Issue> issues;

  TemplateCheck(
      Rubric rubric, ToIntFunction<String> groupOf, Matcher matcher, Consumer<Issue> issues) {
    this.rubric = rubric;
    this.groupOf = groupOf;
    this.matcher = matcher;
    this.issues = issues;
  }

  // What may be named

  /** Of a rule or a route: cues of its conditions, what they capture, and the count. */
  Set<String> names(List<Condition> conditions) {
    Set<String> names = new TreeSet<>(Set.of(Template.COUNT));
    for (Condition condition : conditions) {
      if (condition instanceof CueCondition cue) {
        addMessage(cue.cue().value(), names);
        if (cue.before() != null) {
          addMessage(cue.before().value(), names);
        }
      } else if (condition instanceof EmotionCondition emotion) {
        for (Cue cue : rubric.cues().values()) {
          if (cue.emotion() != null && feels(cue.emotion().value(), emotion)) {
            addMessage(cue.id(), names);
          }
        }
      }
    }
    return names;
  }

  /** Whether a condition speaks of an emotion. */
  boolean feels(String emotion, EmotionCondition condition) {
    return (condition.emotion() == null || condition.emotion().value().equals(emotion))
        && (condition.familyOf() == null
            || rubric
                .emotions()
                .getOrDefault(emotion, Emotion.NONE)
                .families()
                .contains(condition.familyOf().value()));
  }

  private void addMessage(String cue, Set<String> names) {
    if (isReplaced(cue)) {
      names.add(Template.INSTEAD);
    }
    addCue(cue, names);
  }

  private void addCue(String cue, Set<String> names) {
    if (rubric.cues().containsKey(cue)) {
      names.add(cue);
      names.addAll(matcher.captureNames(groupOf.applyAsInt(cue)));
    }
  }

  private boolean isReplaced(String cue) {
    return rubric.cues().containsKey(cue)
        && rubric.cues().get(cue).match().stream().anyMatch(p -> p.instead() != null);
  }

  // Sentences

  /** A sentence of a rule or a route. */
  void check(@Nullable Text text, Set<String> names, String path) {
    if (text != null) {
      check(text, names, path, "no cue or word list of these conditions is named so");
    }
  }

  /** The text of a response: it may name whatever was found, and what the caller knows. */
  void check(Text text, String path) {
    Set<String> names = new TreeSet<>(Set.of(Responder.EMOTION));
    rubric.cues().keySet().forEach(cue -> addCue(cue, names));
    rubric.facts().forEach(fact -> names.add(fact.value()));
    check(text, names, path, "the rubric has no cue, word list or fact of this name");
  }

  private void check(Text text, Set<String> names, String path, String none) {
    if (text.value().length() > Template.LONGEST) {
      issues.accept(
          new Issue(
              Issue.Level.ERROR,
              text.at(),
              1,
              IssueCodes.LIMIT,
              path,
              "a text for people may be " + Template.LONGEST + " characters long",
              "say it in fewer words",
              null));
      return;
    }
    Set<String> told = new HashSet<>();
    for (Template.Name name : new Template(text.value()).names()) {
      if (!told.add(name.id() + name.choice())) {
        continue;
      }
      if (!names.contains(name.id())) {
        String message = "$" + name.id() + " stands for nothing here: " + none;
        report(text, name, path, message, Issue.didYouMean(name.id(), names, "$"));
      } else if (name.choice() == Template.Choice.REPLACEMENT && !isReplaced(name.id())) {
        String message = "nothing says what to write instead of $" + name.id();
        report(text, name, path, message, "write its phrases under replace");
      }
    }
  }

  private void report(
      Text text, Template.Name name, String path, String message, @Nullable String hint) {
    issues.accept(
        new Issue(
            Issue.Level.ERROR,
            place(text, name),
            name.length(),
            IssueCodes.UNKNOWN_TEMPLATE_NAME,
            path,
            message,
            hint,
            null));
  }

  /** Where a name stands; a sentence may be folded over several lines, or hold escapes. */
  private Location place(Text text, Template.Name name) {
    Location at = text.at();
    for (Source source : rubric.sources()) {
      boolean own = source.file().equals(at.file());
      if (own && !source.line(at.line()).startsWith(text.value(), at.column() - 1)) {
        int end = name.offset() + name.length();
        return find(text.value().substring(name.offset(), end), source, at);
      }
    }
    return at.plus(name.offset());
  }

  /** The first place from here on where this is written. */
  private static Location find(String written, Source source, Location from) {
    for (int line = from.line(); line < from.line() + MOST_LINES; line++) {
      int start = line == from.line() ? from.column() - 1 : 0;
      int column = source.line(line).indexOf(written, start);
      if (column >= 0) {
        return new Location(from.file(), line, column + 1);
      }
    }
    return from;
  }
}
