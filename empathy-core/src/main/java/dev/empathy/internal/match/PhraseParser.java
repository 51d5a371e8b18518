package dev.empathy.internal.match;

import dev.empathy.internal.text.Scanner;
import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one phrase. Recursive descent, with its depth bounded: phrases are short, and never come
 * from a message.
 */
final class PhraseParser {

  /** What a name stands for. */
  @FunctionalInterface
  interface Names {
    Node resolve(String name, int offset) throws PhraseFault;
  }

  /** What was written between two spaces, and what it is: phrases are made of the same words. */
  static final class Known {
    private final Map<String, Node> words = new HashMap<>();
    private final Map<String, Node> ended = new HashMap<>();
  }

  private final String s;
  private final Scanner scanner;
  private final Forms words;
  private final Names names;
  private final @Nullable Spec skippable;
  private final MatchLimits limits;
  private final Known known;

  /** Sequences that are one written word, as {@code you’re} is; by identity. */
  private final Set<Node> writtenWords = Collections.newSetFromMap(new IdentityHashMap<>());

  private int i;
  private int depth;

  private PhraseParser(
      String text,
      Scanner scanner,
      Forms words,
      Names names,
      @Nullable Spec skippable,
      MatchLimits limits,
      Known known) {
    this.known = known;
    this.s = text;
    this.skippable = skippable;
    this.limits = limits;
    this.scanner = scanner;
    this.words = words;
    this.names = names;
  }

  /**
   * @param skippable words that may stand, one at a time, between two elements, or null
   * @param known what was read before with the same scanner and forms
   */
  static Node parse(
      String text,
      Scanner scanner,
      Forms words,
      Names names,
      @Nullable Spec skippable,
      MatchLimits limits,
      Known known)
      throws PhraseFault {
    if (text.length() > limits.characters()) {
      throw PhraseFault.limit(
          "it is " + text.length() + " characters long", limits.characters() + " characters");
    }
    return new PhraseParser(text, scanner, words, names, skippable, limits, known).phrase();
  }

  private Node phrase() throws PhraseFault {
    skipSpace();
    boolean opening = i < s.length() && s.charAt(i) == '^';
    if (opening) {
      i++;
    }
    Node node = alternatives();
    if (i < s.length()) {
      throw fault(Codes.SYNTAX, i, 1, "this ) closes nothing", "write \\) for the mark itself");
    }
    Edges.check(node, s);
    Node spaced = skippable == null ? node : Spacing.of(node, skippable, writtenWords);
    checkSize(spaced);
    return opening ? new Node.Opening(spaced) : spaced;
  }

  private void checkSize(Node node) throws PhraseFault {
    int longest = Nodes.longest(node);
    if (longest > limits.length()) {
      throw PhraseFault.limit("it can cover " + longest + " words", limits.length() + " words");
    }
    int places = Nodes.places(node);
    if (places > limits.states()) {
      throw PhraseFault.limit(
          "with its names written out it has " + places + " places", limits.states() + " places");
    }
  }

  private Node alternatives() throws PhraseFault {
    if (++depth > limits.depth() + 1) {
      throw fault(
          Codes.LIMIT, i, 1, "more than " + limits.depth() + " brackets within brackets", null);
    }
    List<Node> choices = new ArrayList<>();
    choices.add(sequence());
    while (i < s.length() && s.charAt(i) == '|') {
      i++;
      choices.add(sequence());
    }
    depth--;
    return Nodes.alternatives(choices);
  }

  private Node sequence() throws PhraseFault {
    List<Node> items = new ArrayList<>();
    int start = i;
    skipSpace();
    while (i < s.length() && s.charAt(i) != '|' && s.charAt(i) != ')') {
      int at = i;
      Node item = item();
      if (i < s.length() && s.charAt(i) == '?') {
        if (item instanceof Node.Gap) {
          throw fault(
              Codes.SYNTAX, at, i + 1 - at, "a gap is optional by itself", "leave out the ?");
        }
        i++;
        item = new Node.Opt(item);
      }
      if (!(item instanceof Node.Tok) && Edges.mayBeginWithGap(item) && Edges.mayEndInGap(items)) {
        throw fault(Codes.EDGE, at, i - at, "a gap may not follow a gap", "make it one gap");
      }
      items.add(item);
      skipSpace();
    }
    if (items.isEmpty()) {
      throw fault(
          Codes.SYNTAX, start, 1, "nothing stands here", "write a word, or take away the mark");
    }
    return items.size() == 1 ? items.get(0) : new Node.Seq(items);
  }

  private Node item() throws PhraseFault {
    char c = s.charAt(i);
    switch (c) {
      case '(':
        return group();
      case '$':
        return name();
      case '^':
        throw fault(Codes.SYNTAX, i, 1, "^ may stand only at the start of a phrase", null);
      case '?':
        throw fault(
            Codes.SYNTAX,
            i,
            1,
            "a ? follows the word that it makes optional, without a space",
            "did you mean a question mark? write $question-mark");
      case '~', '*':
        throw fault(Codes.SYNTAX, i, 1, c + " follows a word, without a space", null);
      default:
        return s.startsWith("...", i) || c == '\u2026' ? gap() : word();
    }
  }

  private Node group() throws PhraseFault {
    int open = i++;
    Node inner = alternatives();
    if (i == s.length()) {
      throw fault(Codes.SYNTAX, open, 1, "this ( is never closed", "write \\( for the mark itself");
    }
    i++;
    return inner;
  }

  private Node name() throws PhraseFault {
    int start = i++;
    while (i < s.length() && isNamePart(s.charAt(i))) {
      i++;
    }
    if (i - start < 2) {
      throw fault(Codes.SYNTAX, start, 1, "a name must follow $", "write \\$ for the sign itself");
    }
    return names.resolve(s.substring(start + 1, i), start);
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  private Node gap() throws PhraseFault {
    int start = i;
    i += s.charAt(i) == '\u2026' ? 1 : 3;
    int digits = i;
    while (i < s.length() && i - digits < 4 && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
      i++;
    }
    int most = i == digits ? MatchLimits.BARE_GAP : Integer.parseInt(s.substring(digits, i));
    if (most < 1 || most > MatchLimits.GAP) {
      throw fault(
          Codes.LIMIT,
          start,
          i - start,
          "a gap spans 1 to " + MatchLimits.GAP + " words, not " + most,
          null);
    }
    return new Node.Gap(most);
  }

  private Node word() throws PhraseFault {
    int start = i;
    while (i < s.length() && isOrdinary(s.charAt(i))) {
      i++;
    }
    if (i > start && (i == s.length() || " |)(?$".indexOf(s.charAt(i)) >= 0)) {
      return node(s.substring(start, i), start, (char) 0);
    }
    i = start;
    return markedWord();
  }

  /** A word with marks in it, or one that ends in {@code ~} or {@code *}. */
  private Node markedWord() throws PhraseFault {
    int start = i;
    StringBuilder chunk = new StringBuilder();
    char ending = 0;
    while (i < s.length() && ending == 0) {
      char c = s.charAt(i);
      if (Character.isWhitespace(c) || "()|?$^".indexOf(c) >= 0 || s.startsWith("...", i)) {
        break;
      }
      i++;
      if (c == '\\') {
        if (i == s.length()) {
          throw fault(
              Codes.SYNTAX, i - 1, 1, "\\ quotes the mark after it, and none follows", null);
        }
        chunk.append(s.charAt(i++));
      } else if (c == '~' || c == '*') {
        ending = c;
      } else {
        chunk.append(c);
      }
    }
    if (ending != 0 && i < s.length() && !endsItem(s.charAt(i))) {
      throw fault(
          Codes.SYNTAX,
          i - 1,
          1,
          ending + " may stand only at the end of a word",
          "write \\" + ending + " for the mark itself");
    }
    return node(chunk.toString(), start, ending);
  }

  private static boolean isOrdinary(char c) {
    return (c >= 'a' && c <= 'z') || c == '\'' || c == '-' || (c >= 'A' && c <= 'Z');
  }

  private static boolean endsItem(char c) {
    return Character.isWhitespace(c) || "()|?$".indexOf(c) >= 0;
  }

  private Node node(String chunk, int start, char ending) throws PhraseFault {
    Map<String, Node> all = ending == 0 ? known.words : known.ended;
    String key = ending == 0 ? chunk : chunk + ending;
    Node node = all.get(key);
    if (node == null) {
      node = read(chunk, start, ending);
      all.put(key, node);
    }
    if (node instanceof Node.Seq) {
      writtenWords.add(node);
    }
    return node;
  }

  private Node read(String chunk, int start, char ending) throws PhraseFault {
    Tokens tokens = scanner.scanForms(chunk);
    int length = Math.max(1, i - start);
    if (tokens.size() == 0) {
      throw fault(
          Codes.SYNTAX,
          start,
          length,
          "there is no word in this",
          "marks between words are passed over: leave it out");
    }
    boolean endsSentence = tokens.sentenceCount() > 1 || endsSentence(chunk, tokens);
    if (endsSentence && chunk.length() > 1) {
      throw fault(
          Codes.IMPOSSIBLE,
          start,
          length,
          "a sentence ends here, and no phrase goes beyond one",
          "leave out the mark, or make two phrases");
    }
    if (ending != 0) {
      return ended(tokens, start, length, ending);
    }
    List<Node> parts = new ArrayList<>();
    for (int token = 0; token < tokens.size(); token++) {
      parts.add(new Node.Tok(Spec.forms(words.same(tokens.form(token), tokens.kind(token)))));
    }
    return parts.size() == 1 ? parts.get(0) : new Node.Seq(parts);
  }

  /** Whether what stands at the end of a chunk ends the sentence, too: in {@code Dr.} not. */
  private boolean endsSentence(String chunk, Tokens tokens) {
    return ".!".indexOf(chunk.charAt(chunk.length() - 1)) >= 0
        && scanner.scanForms(chunk + " a").sentenceCount() > tokens.sentenceCount();
  }

  private Node ended(Tokens tokens, int start, int length, char ending) throws PhraseFault {
    String form = tokens.form(tokens.size() - 1);
    if (tokens.size() > 1 || tokens.kind(0) != TokenKind.WORD) {
      throw fault(Codes.SYNTAX, start, length, ending + " needs one plain word before it", null);
    }
    if (ending == '*') {
      if (form.length() < 3) {
        throw fault(
            Codes.SYNTAX,
            start,
            length,
            "a beginning needs 3 letters or more before *",
            "write \\* for the mark itself");
      }
      return new Node.Tok(Spec.prefix(words.begin(form)));
    }
    Set<String> all = new TreeSet<>();
    for (String inflected : words.inflected(form)) {
      all.addAll(words.same(inflected, TokenKind.WORD));
    }
    return new Node.Tok(Spec.forms(all));
  }

  private void skipSpace() {
    while (i < s.length() && Character.isWhitespace(s.charAt(i))) {
      i++;
    }
  }

  private static PhraseFault fault(
      String code, int offset, int length, String message, @Nullable String hint) {
    return new PhraseFault(code, offset, length, message, hint);
  }
}
