package dev.empathy;

import dev.empathy.PhraseDescription.Form;
import dev.empathy.Program.CompiledCue;
import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.match.MatcherBuilder;
import dev.empathy.internal.match.PhraseBook;
import dev.empathy.internal.match.ProgramText;
import dev.empathy.internal.match.Samples.Sample;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.WordList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Describes what a name of a rubric stands for, phrase by phrase. */
final class Descriptions {

  /** Sentences that are tried to find them: others may cover most of what a phrase accepts. */
  private static final int TRIES = 200;

  /** Sentences that are tried in one call, so that even 100,000 phrases take seconds. */
  private static final int TRIES_OF_ALL = 100_000;

  private static final String CUES = "cues.";
  private static final String WORDS = "words.";
  private static final String PHRASES = "phrases.";

  /**
   * What is described.
   *
   * @param path the place in the rubric's terms
   * @param phrase the phrase, or {@code $name} for a list
   * @param list the list, or null
   * @param accepts whether the phrase finds a sample
   * @param program the compiled phrase
   */
  private record Target(
      String path,
      Phrase phrase,
      @Nullable WordList list,
      Predicate<Sample> accepts,
      List<String> program) {}

  private final Program program;
  private final Rubric rubric;
  private final SampleCheck check;

  private Descriptions(Program program) {
    this.program = program;
    this.rubric = program.rubric();
    this.check = new SampleCheck(program);
  }

  /**
   * Describes what has this name or path.
   *
   * @throws IllegalArgumentException if nothing has
   */
  static List<PhraseDescription> of(Program program, String name) {
    return new Descriptions(program).describe(name);
  }

  private List<PhraseDescription> describe(String name) {
    List<Target> targets = new ArrayList<>();
    boolean known = addCues(name, targets);
    known |= addNamed(name, targets);
    if (!known) {
      throw new IllegalArgumentException(unknown(name));
    }
    PhraseBook book =
        new PhraseBook(
            rubric.locale(),
            rubric.words(),
            rubric.phrases(),
            program.limits().ofPhrases(),
            SampleWords.fillers(program),
            SampleWords.ofExamples(program));
    int tries = Math.max(1, Math.min(TRIES, TRIES_OF_ALL / Math.max(1, targets.size())));
    return targets.stream().map(target -> describe(target, book, tries)).toList();
  }

  private static PhraseDescription describe(Target target, PhraseBook book, int tries) {
    Phrase phrase = target.phrase();
    return new PhraseDescription(
        target.path(),
        phrase.text(),
        phrase.at(),
        phrase.skippable(),
        forms(target, book),
        SampleCheck.accepted(book.samples(phrase), target.accepts(), tries),
        target.program());
  }

  private static List<Form> forms(Target target, PhraseBook book) {
    List<Form> forms = new ArrayList<>();
    if (target.list() != null) {
      target.list().entries().stream()
          .map(entry -> new Form(entry.text(), book.entry(entry.text())))
          .forEach(forms::add);
    } else {
      book.forms(target.phrase().text()).forEach((form, all) -> forms.add(new Form(form, all)));
    }
    return forms;
  }

  // Phrases of cues, as the engine finds them.

  /** Whether a cue has this name, alone or with a part of it. */
  private boolean addCues(String name, List<Target> targets) {
    ProgramText programs = program.matcher().program();
    boolean known = false;
    int number = 0;
    for (CompiledCue compiled : program.cues()) {
      Cue cue = compiled.cue();
      String path = CUES + cue.id();
      known |= List.of(cue.id(), path, path + ".match", path + ".unless").contains(name);
      for (int i = 0; i < cue.match().size(); i++, number++) {
        String at = path + ".match[" + (i + 1) + "]";
        if (isPart(at, cue, name)) {
          targets.add(ofCue(at, cue.match().get(i), compiled, number, programs));
          known = true;
        }
      }
      for (int i = 0; i < cue.unless().size(); i++, number++) {
        String at = path + ".unless[" + (i + 1) + "]";
        if (isPart(at, cue, name)) {
          int phrase = number;
          Predicate<Sample> accepts = sample -> check.isMatch(program.matcher(), sample, phrase);
          Phrase text = cue.unless().get(i);
          targets.add(new Target(at, text, null, accepts, programs.of(number)));
          known = true;
        }
      }
    }
    return known;
  }

  private static boolean isPart(String path, Cue cue, String name) {
    return name.equals(cue.id())
        || name.equals(CUES + cue.id())
        || path.equals(name)
        || path.startsWith(name + "[");
  }

  private Target ofCue(
      String path, Phrase phrase, CompiledCue cue, int number, ProgramText programs) {
    Predicate<Sample> accepts =
        sample -> check.isMatch(program.matcher(), sample, number) && check.isHit(cue, sample);
    return new Target(path, phrase, null, accepts, programs.of(number));
  }

  // Lists and reusable phrases, which are found within phrases only: each is compiled alone.

  private boolean addNamed(String name, List<Target> targets) {
    List<Target> named = new ArrayList<>();
    boolean any = name.startsWith("$");
    String id = any ? name.substring(1) : name;
    boolean plain = any || !name.contains(".");
    String list = plain ? id : name.startsWith(WORDS) ? name.substring(WORDS.length()) : "";
    String phrase = plain ? id : name.startsWith(PHRASES) ? name.substring(PHRASES.length()) : "";
    addList(list, named);
    addPhrases(phrase, rubric.phrases().getOrDefault(base(phrase), List.of()), named);
    if (named.isEmpty() && any) {
      addPhrases(id, rubric.locale().phrases().getOrDefault(id, List.of()), named);
      if (PhraseBook.isBuiltIn(id)) {
        named.add(alone(name, Phrase.of(name), null));
      }
    }
    targets.addAll(compiled(named));
    return !named.isEmpty();
  }

  private void addList(String name, List<Target> targets) {
    WordList list = rubric.words().get(name);
    if (list != null) {
      Phrase phrase = new Phrase("$" + name, list.at(), List.of());
      targets.add(alone(WORDS + name, phrase, list));
      return;
    }
    WordList part = rubric.words().get(base(name));
    int index = index(name);
    if (part != null && index >= 1 && index <= part.entries().size()) {
      WordList.Entry entry = part.entries().get(index - 1);
      targets.add(alone(WORDS + name, new Phrase(entry.text(), entry.at(), List.of()), null));
    }
  }

  private static void addPhrases(String name, List<Phrase> all, List<Target> targets) {
    for (int i = 0; i < all.size(); i++) {
      String path = base(name) + "[" + (i + 1) + "]";
      if (name.equals(base(name)) || name.equals(path)) {
        targets.add(alone(PHRASES + path, all.get(i), null));
      }
    }
  }

  private static Target alone(String path, Phrase phrase, @Nullable WordList list) {
    return new Target(path, phrase, list, sample -> false, List.of());
  }

  private List<Target> compiled(List<Target> named) {
    if (named.isEmpty()) {
      return List.of();
    }
    LocalePack pack = rubric.locale();
    MatcherBuilder builder =
        new MatcherBuilder(
            pack, rubric.words(), rubric.phrases(), issue -> {}, program.limits().ofPhrases());
    named.forEach(target -> builder.group(target.path(), List.of(target.phrase())));
    Matcher matcher = builder.build();
    ProgramText programs = matcher.program();
    List<Target> compiled = new ArrayList<>();
    for (Target target : named) {
      int number = compiled.size();
      compiled.add(
          new Target(
              target.path(),
              target.phrase(),
              target.list(),
              sample -> check.isMatch(matcher, sample, number),
              programs.of(number)));
    }
    return compiled;
  }

  /** The name before {@code [3]}. */
  private static String base(String name) {
    int bracket = name.indexOf('[');
    return bracket < 0 ? name : name.substring(0, bracket);
  }

  /** The number in {@code [3]}, or -1. */
  private static int index(String name) {
    int bracket = name.indexOf('[');
    if (bracket < 0 || !name.endsWith("]")) {
      return -1;
    }
    try {
      return Integer.parseInt(name.substring(bracket + 1, name.length() - 1));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private String unknown(String name) {
    Set<String> all = new LinkedHashSet<>();
    rubric.cues().values().forEach(cue -> addNames(CUES, cue.id(), all));
    rubric.words().keySet().forEach(id -> addNames(WORDS, id, all));
    rubric.phrases().keySet().forEach(id -> addNames(PHRASES, id, all));
    String near = Issue.didYouMean(name, all, "");
    return "no cue, word list or phrase is named " + name + (near == null ? "" : "; " + near);
  }

  private static void addNames(String kind, String id, Set<String> all) {
    all.add(id);
    all.add(kind + id);
  }
}
