package dev.empathy;

import dev.empathy.internal.match.Alignment;
import dev.empathy.rubric.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the rubric with {@code $name}s in it: a cue's words, a capture's words, {@code
 * $count}, {@code $instead}. {@code $name.last} takes the last instead of the first, {@code
 * $name.instead} what the rubric says instead of the cue's words, <code>${a|b}</code> the first of
 * several names that stands for something. Only words that the rubric itself lists are quoted.
 */
final class Template {

  /** What stands where nothing may be quoted. */
  private static final String NOTHING = "…";

  /** The name of the number of hits. */
  static final String COUNT = "count";

  /** The name of what to say instead of a hit. */
  static final String INSTEAD = "instead";

  /** UTF-16 units of a template: a page, and more than anybody reads. */
  static final int LONGEST = 4000;

  /** How many replacements a suggestion names. */
  private static final int MOST_REPLACEMENTS = 3;

  /** Which of several hits a name means, or what of them. */
  enum Choice {
    /** Whichever the sentence takes by itself. */
    ANY(""),
    FIRST(".first"),
    LAST(".last"),
    /** Not the words, but what the rubric says instead of them. */
    REPLACEMENT(".instead");

    private final String suffix;

    Choice(String suffix) {
      this.suffix = suffix;
    }
  }

  /**
   * A name as it stands in a sentence.
   *
   * @param id the name without its ending
   * @param choice its ending
   * @param offset where it begins in the sentence, in UTF-16 units; its {@code $} included, where
   *     it has one of its own
   * @param length how much of the sentence it takes
   */
  record Name(String id, Choice choice, int offset, int length) {

    private static Name of(String written, int offset, int length) {
      for (Choice choice : Choice.values()) {
        if (choice != Choice.ANY && written.endsWith(choice.suffix)) {
          String id = written.substring(0, written.length() - choice.suffix.length());
          return new Name(id, choice, offset, length);
        }
      }
      return new Name(written, Choice.ANY, offset, length);
    }
  }

  /** A literal text, or names of which the first that is there is taken. */
  private record Part(String literal, List<Name> names) {}

  private final List<Part> parts = new ArrayList<>();

  Template(String text) {
    int i = 0;
    StringBuilder literal = new StringBuilder();
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = c == '$' ? nameEnd(text, i + 1) : -1;
      if (end < 0) {
        literal.append(c);
        i++;
      } else {
        parts.add(new Part(literal.toString(), List.of()));
        literal.setLength(0);
        parts.add(new Part("", names(text, i, end)));
        i = end;
      }
    }
    parts.add(new Part(literal.toString(), List.of()));
  }

  /** Where the name that begins at {@code i} ends, or -1 where none begins. */
  private static int nameEnd(String text, int i) {
    if (i < text.length() && text.charAt(i) == '{') {
      int close = text.indexOf('}', i);
      return close < 0 ? -1 : close + 1;
    }
    int end = plainEnd(text, i);
    if (end < 0) {
      return -1;
    }
    for (Choice choice : Choice.values()) {
      int after = end + choice.suffix.length();
      boolean more = after < text.length() && isNamePart(text.charAt(after));
      if (choice != Choice.ANY && text.startsWith(choice.suffix, end) && !more) {
        return after;
      }
    }
    return end;
  }

  private static int plainEnd(String text, int i) {
    if (i == text.length() || text.charAt(i) < 'a' || text.charAt(i) > 'z') {
      return -1;
    }
    int end = i;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    while (text.charAt(end - 1) == '-') {
      end--;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  /**
   * The names of {@code $name} or <code>${a|b}</code>, which stands from {@code i} to {@code end}.
   */
  private static List<Name> names(String text, int i, int end) {
    if (text.charAt(i + 1) != '{') {
      return List.of(Name.of(text.substring(i + 1, end), i, end - i));
    }
    List<Name> names = new ArrayList<>();
    int start = i + 2;
    for (int at = start; at < end; at++) {
      if (text.charAt(at) == '|' || at == end - 1) {
        String written = text.substring(start, at);
        int blank = written.length() - written.stripLeading().length();
        String name = written.strip();
        names.add(Name.of(name, start + blank, Math.max(1, name.length())));
        start = at + 1;
      }
    }
    return names;
  }

  /** Every name in it. */
  List<Name> names() {
    return parts.stream().flatMap(part -> part.names.stream()).toList();
  }

  /** The sentence on one line, its names filled from what was found. */
  String fill(Explanation found) {
    StringBuilder out = new StringBuilder();
    Map<List<String>, String> values = new HashMap<>();
    for (Part part : parts) {
      String value =
          part.names.isEmpty()
              ? part.literal
              : values.computeIfAbsent(written(part), key -> known(part.names, found));
      out.append(value);
      if (out.length() > LONGEST) {
        return oneLine(out.substring(0, LONGEST)) + NOTHING;
      }
    }
    return oneLine(out);
  }

  private static List<String> written(Part part) {
    return part.names.stream().map(name -> name.id + name.choice.suffix).toList();
  }

  private static String known(List<Name> names, Explanation found) {
    String value = value(names, name -> value(name, found));
    return value == null ? NOTHING : value;
  }

  /** The sentence on one line, or null where one of its names stands for nothing. */
  @Nullable String fillAll(Function<Name, @Nullable String> values) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      String value = part.names.isEmpty() ? part.literal : value(part.names, values);
      if (value == null) {
        return null;
      }
      out.append(value);
    }
    return oneLine(out);
  }

  /** The names for which nothing stands, and nothing in their place. */
  List<String> unfilled(Function<Name, @Nullable String> values) {
    return parts.stream()
        .map(Part::names)
        .filter(names -> !names.isEmpty() && value(names, values) == null)
        .flatMap(List::stream)
        .map(Name::id)
        .distinct()
        .toList();
  }

  private static @Nullable String value(List<Name> names, Function<Name, @Nullable String> values) {
    for (Name name : names) {
      String value = values.apply(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String value(Name name, Explanation found) {
    if (name.choice == Choice.REPLACEMENT) {
      return instead(found.hits(), name.id);
    }
    return switch (name.id) {
      case COUNT -> Integer.toString(found.count());
      case INSTEAD -> instead(found.hits(), null);
      default -> found.quotes() ? quote(name.id, name.choice == Choice.LAST, found.hits()) : null;
    };
  }

  /** What to say instead of the first of these hits, be it of one cue or of any. */
  private static @Nullable String instead(List<CueHit> hits, @Nullable String cue) {
    for (CueHit hit : hits) {
      if (hit.instead() != null && (cue == null || hit.cue().cue().id().equals(cue))) {
        return hit.instead();
      }
    }
    return null;
  }

  /**
   * What to write instead of the hits, where the rubric says so: what a rule suggests that has no
   * suggestion of its own. Null where there is nothing to say. Of a customer's words it says
   * nothing: those are not the agent's to mend.
   */
  static @Nullable String replacements(Explanation found) {
    Set<String> sentences = new LinkedHashSet<>();
    for (CueHit hit : found.hits()) {
      boolean own = hit.message().side() == Side.AGENT;
      if (own && hit.instead() != null && sentences.size() < MOST_REPLACEMENTS) {
        String quote = found.quotes() ? hit.quote() : NOTHING;
        sentences.add("Write “" + oneLine(hit.instead()) + "” instead of “" + quote + "”.");
      }
    }
    return sentences.isEmpty() ? null : String.join(" ", sentences);
  }

  private static @Nullable String quote(String name, boolean last, List<CueHit> hits) {
    String found = null;
    for (CueHit hit : hits) {
      String quote = quote(name, hit);
      if (quote != null && (last || found == null || found.equals(NOTHING))) {
        found = quote;
      }
    }
    return found;
  }

  private static @Nullable String quote(String name, CueHit hit) {
    if (hit.cue().cue().id().equals(name)) {
      return hit.quote();
    }
    Alignment.Captured captured = hit.capture(name);
    return captured == null ? null : hit.quote(captured.start(), captured.end());
  }

  /** Blanks and line ends as one space each, without those at the ends. */
  static String oneLine(CharSequence text) {
    StringBuilder out = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        space = out.length() > 0;
      } else {
        out.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return out.toString();
  }
}
