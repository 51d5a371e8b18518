package dev.empathy;

import dev.empathy.PhraseDescription.Form;
import dev.empathy.Program.CompiledCue;
import dev.empathy.internal.match.Hits;
import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.match.MatcherBuilder;
import dev.empathy.internal.match.PhraseBook;
import dev.empathy.internal.match.ProgramText;
import dev.empathy.internal.match.Samples;
import dev.empathy.internal.match.Samples.Sample;
import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes what a name of a rubric stands for, phrase by phrase. */
final class Descriptions {

  /** Twenty sentences show what a phrase means, and fit on a screen. */
  private static final int SAMPLES = 20;

  /** Sentences that are tried to find them: others may cover most of what a phrase accepts. */
  private static final int TRIES = 200;

  /** Sentences that are tried in one call, so that even 100,000 phrases take seconds. */
  private static final int TRIES_OF_ALL = 100_000;

  /** With three words a gap does not stutter. */
  private static final int FILLERS = 3;

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

  private Descriptions(Program program) {
    this.program = program;
    this.rubric = program.rubric();
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
            fillers(),
            exampleWords());
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
        samples(book.samples(phrase), target.accepts(), tries),
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

  private static List<String> samples(
      @Nullable Samples samples, Predicate<Sample> accepts, int tries) {
    Set<String> tried = new HashSet<>();
    List<String> accepted = new ArrayList<>();
    int refused = 0;
    for (int number = 0; samples != null && number < tries && accepted.size() < SAMPLES; number++) {
      Sample sample = samples.sample(number, true);
      boolean known = sample != null && accepted.contains(sample.text());
      if (!known && !offer(sample, accepts, tried, accepted) && refused < SAMPLES) {
        // At the start of a sentence another phrase may come first: then not there.
        refused += offer(samples.sample(number, false), accepts, tried, accepted) ? 0 : 1;
      }
    }
    return accepted;
  }

  private static boolean offer(
      @Nullable Sample sample,
      Predicate<Sample> accepts,
      Set<String> tried,
      List<String> accepted) {
    return sample != null
        && tried.add(sample.text())
        && accepts.test(sample)
        && accepted.add(sample.text());
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
          Predicate<Sample> accepts = sample -> isMatch(program.matcher(), sample, phrase);
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
        sample -> isMatch(program.matcher(), sample, number) && isHit(cue, sample);
    return new Target(path, phrase, null, accepts, programs.of(number));
  }

  /** Whether of all phrases of its group this one matches, and all of the sample but its lead. */
  private boolean isMatch(Matcher matcher, Sample sample, int phrase) {
    Tokens tokens = matcher.scanner().scan(sample.text(), false);
    if (matcher.usesNames()) {
      CustomerName.mark(tokens, null, program);
    }
    Hits hits = matcher.match(tokens);
    int group = -1;
    for (int hit = 0; hit < hits.size(); hit++) {
      boolean whole = hits.start(hit) == sample.lead() && hits.end(hit) == tokens.size();
      if (hits.phrase(hit) == phrase && whole) {
        group = hits.group(hit);
      }
    }
    int found = 0;
    for (int hit = 0; hit < hits.size(); hit++) {
      found += hits.group(hit) == group ? 1 : 0;
    }
    return found == 1;
  }

  /** Whether the cue has one hit, which nothing suppresses. */
  private boolean isHit(CompiledCue cue, Sample sample) {
    Message message =
        cue.cue().who() == Side.CUSTOMER
            ? Message.customer(sample.text())
            : Message.agent(sample.text());
    List<CueHit> hits =
        Analyzer.analyze(program, 0, message, false, null, Map.of()).hits(cue.index());
    return hits.size() == 1 && hits.get(0).alignment() != null;
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
              sample -> isMatch(matcher, sample, number),
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

  // Words that samples are filled with.

  /** Common words of the language that the rubric does not know; else the first ones. */
  private List<String> fillers() {
    Set<String> common = new TreeSet<>(rubric.locale().functionWords());
    List<String> unknown =
        common.stream()
            .filter(word -> word.length() > 2 && !rubric.locale().stops().contains(word))
            .filter(word -> !program.matcher().isKnownWord(word))
            .toList();
    if (unknown.size() >= FILLERS) {
      return unknown;
    }
    List<String> all = new ArrayList<>(unknown);
    List.of("lorem", "ipsum", "dolor").forEach(all::add);
    return all;
  }

  /** All words that the rubric's examples are made of. */
  private Set<String> exampleWords() {
    Set<String> words = new TreeSet<>();
    exampleTexts()
        .forEach(
            text -> {
              Tokens tokens = program.matcher().scanner().scanForms(text);
              for (int token = 0; token < tokens.size(); token++) {
                if (tokens.kind(token) == TokenKind.WORD) {
                  words.add(tokens.form(token));
                }
              }
            });
    return words;
  }

  private Stream<String> exampleTexts() {
    return Stream.of(
            rubric.cues().values().stream()
                .flatMap(cue -> Stream.concat(cue.hits().stream(), cue.misses().stream()))
                .map(example -> example.text().value()),
            rubric.rules().values().stream()
                .flatMap(rule -> rule.examples().stream())
                .map(example -> example.agent()),
            rubric.routes().values().stream()
                .flatMap(route -> route.examples().stream())
                .map(example -> example.customer()))
        .flatMap(texts -> texts);
  }
}
