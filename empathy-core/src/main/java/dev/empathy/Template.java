package dev.empathy;

import dev.empathy.internal.match.Alignment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

  /** How many replacements a suggestion names. */
  private static final int MOST_REPLACEMENTS = 3;

  /** A literal text, or names of which the first that is there is taken. */
  private record Part(String literal, List<String> names) {}

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
        parts.add(new Part("", names(text.substring(i + 1, end))));
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

  /** Every name in it, without {@code .first} and {@code .last}. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(part -> part.names.forEach(name -> names.add(bare(name))));
    return names;
  }

  private static String bare(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The sentence on one line, its names filled from what was found. */
  String fill(Explanation found) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      out.append(part.names.isEmpty() ? part.literal : value(part.names, found));
    }
    return oneLine(out);
  }

  private static String value(List<String> names, Explanation found) {
    for (String name : names) {
      String value =
          switch (name) {
            case COUNT -> Integer.toString(found.count());
            case INSTEAD -> instead(found.hits());
            default ->
                found.quotes() ? quote(bare(name), name.endsWith(".last"), found.hits()) : null;
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
