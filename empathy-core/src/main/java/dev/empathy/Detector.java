package dev.empathy;

import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The built-in finders of spans. */
enum Detector implements SpanFinder {
  SHOUTING("shouting") {
    @Override
    List<int[]> find(Tokens tokens, Matcher matcher) {
      return Shouting.find(tokens, matcher);
    }
  },
  EXCESSIVE_PUNCTUATION("excessive-punctuation") {
    @Override
    List<int[]> find(Tokens tokens, Matcher matcher) {
      return tokens.punctuationRuns();
    }
  },
  ELONGATION("elongation") {
    @Override
    List<int[]> find(Tokens tokens, Matcher matcher) {
      return elongated(tokens);
    }
  };

  private final String id;

  Detector(String id) {
    this.id = id;
  }

  /** The spans in the text, as start and end, in order and without overlap. */
  abstract List<int[]> find(Tokens tokens, Matcher matcher);

  @Override
  public List<int[]> find(Tokens tokens, Matcher matcher, Role role) {
    return find(tokens, matcher);
  }

  static Set<String> names() {
    return Set.of(SHOUTING.id, EXCESSIVE_PUNCTUATION.id, ELONGATION.id);
  }

  static Detector named(String id) {
    for (Detector detector : values()) {
      if (detector.id.equals(id)) {
        return detector;
      }
    }
    throw new IllegalArgumentException("no detector is named " + id);
  }

  /** Words in which one letter stands three times or more in a row: {@code sooo}. */
  private static List<int[]> elongated(Tokens tokens) {
    if (!mayBeElongated(tokens.text())) {
      return List.of();
    }
    List<int[]> spans = new ArrayList<>();
    int last = -1;
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.word(token) != last && isElongated(tokens, token)) {
        spans.add(new int[] {tokens.start(token), tokens.end(token)});
      }
      last = tokens.word(token);
    }
    return spans;
  }

  /**
   * Whether a letter stands three times in a row. Of three places, one is even and not the last.
   */
  private static boolean mayBeElongated(String text) {
    for (int i = 0; i + 1 < text.length(); i += 2) {
      boolean twice = isAgain(text.charAt(i), text.charAt(i + 1));
      boolean thrice =
          twice
              && (i > 0 && isAgain(text.charAt(i - 1), text.charAt(i))
                  || i + 2 < text.length() && isAgain(text.charAt(i + 1), text.charAt(i + 2)));
      if (thrice) {
        return true;
      }
    }
    return false;
  }

  private static boolean isElongated(Tokens tokens, int token) {
    String text = tokens.text();
    int run = 1;
    for (int i = tokens.start(token) + 1; i < tokens.end(token); i++) {
      run = isAgain(text.charAt(i - 1), text.charAt(i)) ? run + 1 : 1;
      if (run >= 3 && "wWxX".indexOf(text.charAt(i)) < 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is the same letter, large or small. In ASCII those differ by one bit. */
  private static boolean isAgain(char before, char c) {
    if (before < 0x80 && c < 0x80 && before != c && (before ^ c) != 0x20) {
      return false;
    }
    return Character.toLowerCase(before) == Character.toLowerCase(c) && Character.isLetter(c);
  }
}
