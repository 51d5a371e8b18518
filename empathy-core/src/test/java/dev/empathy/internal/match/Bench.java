package dev.empathy.internal.match;

import dev.empathy.internal.text.SmallEnglish;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Source;
import dev.empathy.rubric.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A rubric's phrases written as lines, compiled: {@code words NAME: a, b}, {@code phrase NAME: a},
 * {@code group NAME: a}. Lines with the same name belong together, and a group's phrases are
 * numbered in the order of the lines.
 */
final class Bench {

  static final LocalePack ENGLISH = pack("en", Map.of());

  private final String text;
  private final LocalePack pack;
  private final Map<String, WordList> lists = new LinkedHashMap<>();
  private final Map<String, List<Phrase>> phrases = new LinkedHashMap<>();
  private final Map<String, List<Phrase>> groups = new LinkedHashMap<>();
  private final List<String> groupNames = new ArrayList<>();
  final List<Issue> issues = new ArrayList<>();
  final Matcher matcher;

  Bench(String... lines) {
    this(ENGLISH, lines);
  }

  Bench(LocalePack pack, String... lines) {
    this.pack = pack;
    text = String.join("\n", lines);
    for (int line = 0; line < lines.length; line++) {
      read(lines[line], line + 1);
    }
    matcher = compile();
  }

  static LocalePack pack(String locale, Map<String, List<Phrase>> phrases) {
    return new LocalePack(
        locale,
        5,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        SmallEnglish.CLITICS,
        Map.of("feel", List.of("feels", "felt", "feeling")),
        SmallEnglish.ABBREVIATIONS,
        phrases);
  }

  private void read(String line, int number) {
    int colon = line.indexOf(": ");
    int space = line.indexOf(' ');
    String kind = line.substring(0, space);
    String name = line.substring(space + 1, colon);
    String value = line.substring(colon + 2);
    Location at = new Location("test.yaml", number, colon + 3);
    switch (kind) {
      case "words" -> lists.merge(name, list(name, at, value), Bench::union);
      case "phrase" -> add(phrases, name, value, at);
      case "group" -> add(groups, name, value, at);
      default -> throw new IllegalArgumentException(line);
    }
  }

  private static void add(Map<String, List<Phrase>> map, String name, String value, Location at) {
    map.computeIfAbsent(name, key -> new ArrayList<>()).add(new Phrase(value, at, List.of()));
  }

  private static WordList list(String name, Location at, String value) {
    List<WordList.Entry> entries = new ArrayList<>();
    int offset = 0;
    for (String entry : value.split(", ", -1)) {
      entries.add(new WordList.Entry(entry, at.plus(offset), null));
      offset += entry.length() + 2;
    }
    return new WordList(name, at, entries);
  }

  private static WordList union(WordList one, WordList more) {
    List<WordList.Entry> all = new ArrayList<>(one.entries());
    all.addAll(more.entries());
    return new WordList(one.id(), one.at(), all);
  }

  private Matcher compile() {
    List<Issue> found = new ArrayList<>();
    MatcherBuilder builder = new MatcherBuilder(pack, lists, phrases, found::add);
    groups.forEach(
        (name, group) -> {
          builder.group("cues." + name + ".match", group);
          groupNames.add(name);
        });
    Matcher compiled = builder.build();
    Source source = new Source("test.yaml", text);
    found.forEach(issue -> issues.add(issue.withLineFrom(List.of(source))));
    return compiled;
  }

  Tokens scan(String message) {
    return matcher.scanner().scan(message, false);
  }

  /** Each hit as the name of its group and what was written, sorted by place, then group. */
  List<String> hits(String message) {
    Tokens tokens = scan(message);
    Hits hits = matcher.match(tokens);
    Map<Integer, String> sorted = new TreeMap<>();
    for (int hit = 0; hit < hits.size(); hit++) {
      sorted.put(
          hits.start(hit) * 1000 + hits.group(hit),
          groupNames.get(hits.group(hit)) + ": " + slice(tokens, hits.start(hit), hits.end(hit)));
    }
    return List.copyOf(sorted.values());
  }

  /** What the names of the first hit stand for, as {@code name=text}. */
  List<String> captures(String message) {
    Tokens tokens = scan(message);
    Hits hits = matcher.match(tokens);
    return matcher.align(tokens, hits, 0).captures().stream()
        .map(one -> one.name() + "=" + slice(tokens, one.start(), one.end()))
        .toList();
  }

  /** The tokens of the first hit as g (passed by a gap), w (written out) or c (of a class). */
  String marks(String message) {
    Tokens tokens = scan(message);
    Alignment alignment = matcher.align(tokens, matcher.match(tokens), 0);
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < alignment.gap().length; i++) {
      marks.append(alignment.gap()[i] ? 'g' : alignment.listed()[i] ? 'w' : 'c');
    }
    return marks.toString();
  }

  static String slice(Tokens tokens, int start, int end) {
    return tokens.text().substring(tokens.start(start), tokens.end(end - 1));
  }
}
