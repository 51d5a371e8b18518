package dev.empathy;

import dev.empathy.internal.match.Alignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the rubric with {@code $name}s in it: a cue's words, a capture's words, {@code
 * $count}, {@code $instead}. {@code $name.last} takes the last instead of the first, <code>${a|b}
 * </code> the first of several names that stands for something. Only words that the rubric itself
 * lists are quoted.
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

  /**
   * A name in a template.
   *
   * @param name the name, without {@code .first} and {@code .last}
   * @param offset where it begins, with its {@code $} where that stands right before it
   * @param length how far it goes
   */
  record Name(String name, int offset, int length) {}

  /** A literal text, or names of which the first that is there is taken. */
  private record Part(String literal, List<String> names) {}

  private final List<Part> parts = new ArrayList<>();
  private final List<Name> names = new ArrayList<>();

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
        List<String> choices = names(text.substring(i + 1, end));
        addNames(choices, text, i);
        parts.add(new Part("", choices));
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
    for (String choice : List.of(".first", ".last")) {
      boolean more =
          end + choice.length() < text.length() && isNamePart(text.charAt(end + choice.length()));
      if (text.startsWith(choice, end) && !more) {
        return end + choice.length();
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

  private static List<String> names(String inner) {
    String list = inner.startsWith("{") ? inner.substring(1, inner.length() - 1) : inner;
    List<String> names = new ArrayList<>();
    int start = 0;
    for (int bar = list.indexOf('|'); bar >= 0; bar = list.indexOf('|', start)) {
      names.add(list.substring(start, bar).strip());
      start = bar + 1;
    }
    names.add(list.substring(start).strip());
    return names;
  }

  private void addNames(List<String> choices, String text, int dollar) {
    boolean alone = text.charAt(dollar + 1) != '{';
    int at = dollar;
    for (String choice : choices) {
      String bare = bare(choice);
      at = alone ? at : text.indexOf(bare, at + 1);
      names.add(new Name(bare, at, bare.length() + (alone ? 1 : 0)));
      at += bare.length();
    }
  }

  /** Every name in it. */
  List<Name> names() {
    return names;
  }

  private static String bare(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The sentence on one line, its names filled from what was found. */
  String fill(Explanation found) {
    StringBuilder out = new StringBuilder();
    Map<List<String>, String> values = new HashMap<>();
    for (Part part : parts) {
      out.append(
          part.names.isEmpty()
              ? part.literal
              : values.computeIfAbsent(part.names, names -> value(names, found)));
      if (out.length() > LONGEST) {
        return oneLine(out.substring(0, LONGEST)) + NOTHING;
      }
    }
    return oneLine(out);
  }

  private static String value(List<String> names, Explanation found) {
    for (String name : names) {
      String value =
          switch (name) {
            case COUNT -> Integer.toString(found.count());
            case INSTEAD -> instead(found.hits());
            default -> quote(bare(name), name.endsWith(".last"), found.hits());
          };
      if (value != null) {
        return value;
      }
    }
    return NOTHING;
  }

  private static @Nullable String instead(List<CueHit> hits) {
    for (CueHit hit : hits) {
      if (hit.instead() != null) {
        return hit.instead();
      }
    }
    return null;
  }

  /**
   * What to write instead of the hits, where the rubric says so: what a rule suggests that has no
   * suggestion of its own. Null where there is nothing to say.
   */
  static @Nullable String replacements(Explanation found) {
    Set<String> sentences = new LinkedHashSet<>();
    for (CueHit hit : found.hits()) {
      if (hit.instead() != null && sentences.size() < MOST_REPLACEMENTS) {
        sentences.add("Write “" + oneLine(hit.instead()) + "” instead of “" + hit.quote() + "”.");
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

  private static String oneLine(CharSequence text) {
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
