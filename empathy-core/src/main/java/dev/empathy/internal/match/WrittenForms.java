package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.WordList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the short forms of the phrase language stand for: {@code refund~}, {@code apologi*}, {@code
 * $feeling}. Nothing is multiplied out: of an entry of several words each word has its forms beside
 * it, {@code (let|lets|letting) down}.
 */
final class WrittenForms {

  /** What {@code $word} takes. */
  static final String ANY = "<any word>";

  /** What ends a word of a phrase that is known to be sound. */
  private static final String BETWEEN = "()|?^";

  private final MatcherBuilder rubric;
  private final Map<String, WordList> lists;
  private final Map<String, List<Phrase>> phrases;
  private final Map<String, List<String>> known = new HashMap<>();

  /**
   * @param rubric reads phrases
   * @param phrases reusable phrases, those of the language among them
   */
  WrittenForms(
      MatcherBuilder rubric, Map<String, WordList> lists, Map<String, List<Phrase>> phrases) {
    this.rubric = rubric;
    this.lists = lists;
    this.phrases = phrases;
  }

  /** {@code <number>}: how a kind of token is shown. */
  static String name(TokenKind kind) {
    return "<" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ">";
  }

  /**
   * What stands in a phrase, in its order, then what stands in the phrases that it names; each
   * once.
   */
  Map<String, List<String>> of(String phrase) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(phrase));
    while (!open.isEmpty()) {
      for (String written : shortForms(open.poll())) {
        if (all.putIfAbsent(written, standsFor(written)) == null && written.charAt(0) == '$') {
          phrases
              .getOrDefault(written.substring(1), List.of())
              .forEach(one -> open.add(one.text()));
        }
      }
    }
    return all;
  }

  private List<String> standsFor(String written) {
    return known.computeIfAbsent(
        written, key -> List.copyOf(key.charAt(0) == '$' ? named(key.substring(1)) : entry(key)));
  }

  private List<String> named(String name) {
    if (lists.containsKey(name)) {
      return lists.get(name).entries().stream()
          .flatMap(entry -> entry(entry.text()).stream())
          .distinct()
          .toList();
    }
    Spec spec = phrases.containsKey(name) ? null : MatcherBuilder.builtIn(name);
    return spec == null
        ? phrases.getOrDefault(name, List.of()).stream().map(Phrase::text).toList()
        : words(spec);
  }

  /** What an entry of a list stands for: the forms of one word, or several words in a row. */
  List<String> entry(String text) {
    Node node = rubric.tree(Phrase.of(text));
    if (node instanceof Node.Tok tok) {
      return words(tok.spec());
    }
    StringBuilder out = new StringBuilder();
    if (node != null) {
      appendAll(node, out);
    }
    return out.length() == 0 ? List.of() : List.of(out.toString());
  }

  private static void appendAll(Node node, StringBuilder out) {
    if (node instanceof Node.Tok tok) {
      List<String> forms = words(tok.spec());
      String all = String.join("|", forms);
      out.append(out.length() == 0 || all.startsWith("'") ? "" : " ");
      out.append(forms.size() == 1 ? all : "(" + all + ")");
    } else {
      Nodes.children(node).forEach(child -> appendAll(child, out));
    }
  }

  private static List<String> words(Spec spec) {
    if (spec.any()) {
      return List.of(ANY);
    }
    List<String> all = new ArrayList<>(spec.forms().stream().sorted().toList());
    spec.prefixes().forEach(prefix -> all.add(prefix + "*"));
    spec.kinds().forEach(kind -> all.add(name(kind)));
    return all;
  }

  /** The names, the inflected words and the beginnings in a phrase that is known to be sound. */
  private static Set<String> shortForms(String phrase) {
    Set<String> found = new LinkedHashSet<>();
    int start = 0;
    for (int i = 0; i < phrase.length(); i++) {
      char c = phrase.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '~' || c == '*') {
        found.add(phrase.substring(start, i + 1));
      } else if (c == '$') {
        int end = nameEnd(phrase, i + 1);
        found.add(phrase.substring(i, end));
        start = end;
        i = end - 1;
      } else if (Character.isWhitespace(c) || BETWEEN.indexOf(c) >= 0) {
        start = i + 1;
      } else if (gapEnd(phrase, i) > i) {
        start = gapEnd(phrase, i);
        i = start - 1;
      }
    }
    return found;
  }

  private static int nameEnd(String phrase, int from) {
    int end = from;
    while (end < phrase.length() && isNamePart(phrase.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return c == '-' || c >= 'a' && c <= 'z' || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Where a gap that begins here ends, or the same place where none does. */
  private static int gapEnd(String phrase, int from) {
    int end = phrase.charAt(from) == '…' ? from + 1 : phrase.startsWith("...", from) ? from + 3 : 0;
    if (end == 0) {
      return from;
    }
    while (end < phrase.length() && isDigit(phrase.charAt(end))) {
      end++;
    }
    return end;
  }
}
