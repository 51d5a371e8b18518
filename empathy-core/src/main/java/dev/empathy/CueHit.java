package dev.empathy;

import dev.empathy.Program.CompiledCue;
import dev.empathy.internal.match.Alignment;
import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Condition.CueCondition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hit while it is worked on. How it came about is found out when somebody first asks. Safe for
 * use by any number of threads.
 */
final class CueHit {

  /** The most that is quoted of a message. */
  private static final int LONGEST_QUOTE = 80;

  private static final String LEFT_OUT = "…";

  private static final int NO_PHRASE = -1;

  private final CompiledCue cue;
  private final Analysis message;
  private final int firstToken;
  private final int endToken;
  private final int start;
  private final int end;
  private final double strength;

  /** The number of the phrase that it is of; -1 for none. */
  private final int phrase;

  /** The state that a match of the phrase ended with. */
  private final int state;

  private final String detectedAt;
  private final @Nullable CueCondition supposed;

  /** Whoever finds it out finds the same. */
  private @Nullable Alignment alignment;

  private CueHit(
      CompiledCue cue,
      Analysis message,
      int firstToken,
      int endToken,
      int start,
      int end,
      double strength,
      int phrase,
      int state,
      String detectedAt,
      @Nullable CueCondition supposed) {
    this.cue = cue;
    this.message = message;
    this.firstToken = firstToken;
    this.endToken = endToken;
    this.start = start;
    this.end = end;
    this.strength = strength;
    this.phrase = phrase;
    this.state = state;
    this.detectedAt = detectedAt;
    this.supposed = supposed;
  }

  /**
   * A hit of a phrase.
   *
   * @param strength 0..1 of a cue with an emotion, otherwise 0
   * @param phrase the number of the phrase
   * @param state the state that the match ended with
   * @param alignment how it came about, if that was found out
   */
  static CueHit of(
      CompiledCue cue,
      Analysis message,
      int firstToken,
      int endToken,
      double strength,
      int phrase,
      int state,
      @Nullable Alignment alignment) {
    Tokens tokens = message.tokens();
    CueHit hit =
        new CueHit(
            cue,
            message,
            firstToken,
            endToken,
            tokens.start(firstToken),
            tokens.end(endToken - 1),
            strength,
            phrase,
            state,
            "",
            null);
    hit.alignment = alignment;
    return hit;
  }

  /**
   * What a detector found.
   *
   * @param endToken the token after its last; the same as the first where it found marks between
   *     tokens
   * @param span start and end in UTF-16 units
   * @param at the detector's name, as {@code file:line:column}
   */
  static CueHit detected(
      CompiledCue cue, Analysis message, int firstToken, int endToken, int[] span, String at) {
    return new CueHit(
        cue,
        message,
        firstToken,
        endToken,
        span[0],
        span[1],
        usualStrength(cue),
        NO_PHRASE,
        0,
        at,
        null);
  }

  /** A hit that is not there, for asking what would be; it has a place, and no words. */
  static CueHit supposed(CueCondition asked, CompiledCue cue, Analysis message, int token, int at) {
    return new CueHit(
        cue, message, token, token, at, at, usualStrength(cue), NO_PHRASE, 0, "", asked);
  }

  private static double usualStrength(CompiledCue cue) {
    Double own = cue.cue().strength();
    return cue.emotion() < 0 ? 0 : own != null ? own : Analyzer.DEFAULT_STRENGTH;
  }

  /** The cue that it counts for. */
  CompiledCue cue() {
    return cue;
  }

  /** The message that it stands in. */
  Analysis message() {
    return message;
  }

  /** Its first token. */
  int firstToken() {
    return firstToken;
  }

  /** The token after its last; the same as the first where it has none. */
  int endToken() {
    return endToken;
  }

  /** In UTF-16 units. */
  int start() {
    return start;
  }

  /** Exclusive. */
  int end() {
    return end;
  }

  /** 0..1 of a cue with an emotion, otherwise 0. */
  double strength() {
    return strength;
  }

  /** Of a hit that is not there, the condition that asks for it; otherwise null. */
  @Nullable CueCondition supposed() {
    return supposed;
  }

  /** How it came about; null for a detector's. */
  @Nullable Alignment alignment() {
    Alignment known = alignment;
    if (known == null && phrase != NO_PHRASE) {
      known = matcher().align(message.tokens(), phrase, firstToken, endToken, state);
      alignment = known;
    }
    return known;
  }

  private Matcher matcher() {
    return message.program().matcher();
  }

  /** What the rubric says to write instead, or null. */
  @Nullable String instead() {
    return phrase == NO_PHRASE ? null : matcher().phrase(phrase).instead();
  }

  /** The phrase or the detector's name, as {@code file:line:column}. */
  String at() {
    return phrase == NO_PHRASE ? detectedAt : matcher().phrase(phrase).at().toString();
  }

  String text() {
    return message.tokens().text().substring(start, end);
  }

  Span span() {
    return message.span(start, end);
  }

  /** The number of its sentence within its message. */
  int sentence() {
    Tokens tokens = message.tokens();
    return tokens.size() == 0 ? 0 : tokens.sentence(Math.min(firstToken, tokens.size() - 1));
  }

  Map<String, String> captures() {
    Alignment known = alignment();
    if (known == null || known.captures().isEmpty()) {
      return Map.of();
    }
    Map<String, String> captures = new LinkedHashMap<>();
    for (Alignment.Captured captured : known.captures()) {
      captures.putIfAbsent(captured.name(), text(captured));
    }
    return captures;
  }

  private String text(Alignment.Captured captured) {
    Tokens tokens = message.tokens();
    return tokens.text().substring(tokens.start(captured.start()), tokens.end(captured.end() - 1));
  }

  /** What this name stands for, or null. */
  Alignment.@Nullable Captured capture(String name) {
    Alignment known = alignment();
    if (known != null) {
      for (Alignment.Captured captured : known.captures()) {
        if (captured.name().equals(name)) {
          return captured;
        }
      }
    }
    return null;
  }

  /** Its words as they may be quoted: what the rubric lists as written, the rest left out. */
  String quote() {
    return quote(firstToken, endToken);
  }

  /** A part of its words as they may be quoted. */
  String quote(int from, int to) {
    Tokens tokens = message.tokens();
    StringBuilder quote = new StringBuilder();
    for (int token = from; token < to; token++) {
      boolean again = token > from && tokens.word(token) == tokens.word(token - 1);
      if (again) {
        continue;
      }
      String word =
          isListed(token) ? visible(tokens.text(), tokens.start(token), tokens.end(token)) : "";
      boolean gap = word.isEmpty() && quote.toString().endsWith(LEFT_OUT);
      if (!gap) {
        quote.append(quote.length() > 0 ? " " : "").append(word.isEmpty() ? LEFT_OUT : word);
      }
    }
    if (quote.length() > LONGEST_QUOTE) {
      int cut = quote.lastIndexOf(" ", LONGEST_QUOTE - 2);
      quote.setLength(Math.max(0, cut));
      quote.append(quote.length() > 0 ? " " : "").append(LEFT_OUT);
    }
    return quote.length() == 0 ? LEFT_OUT : quote.toString();
  }

  /** Its words, or null where any of them may not be quoted, or they are too many. */
  @Nullable String wholeQuote() {
    return wholeQuote(firstToken, endToken);
  }

  /** A part of its words, or null where any of them may not be quoted, or they are too many. */
  @Nullable String wholeQuote(int from, int to) {
    String quote = quote(from, to);
    return quote.contains(LEFT_OUT) ? null : quote;
  }

  /** Whether every part of the written word is one that the rubric lists. */
  private boolean isListed(int token) {
    Tokens tokens = message.tokens();
    Alignment known = alignment();
    for (int part = token; part < endToken && tokens.word(part) == tokens.word(token); part++) {
      boolean listed =
          known == null ? matcher().isKnownWord(tokens, part) : known.listed()[part - firstToken];
      if (!listed) {
        return false;
      }
    }
    return true;
  }

  private static String visible(String text, int start, int end) {
    StringBuilder out = new StringBuilder();
    text.substring(start, end).codePoints().filter(CueHit::isVisible).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isVisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /** Whether a text is one line of characters that can be seen. */
  static boolean isVisible(String text) {
    return text.codePoints().allMatch(CueHit::isVisible);
  }

  Hit toHit() {
    return new Hit(
        cue.cue().id(),
        message.index(),
        span(),
        text(),
        captures(),
        cue.emotion() < 0 ? null : Numbers.three(strength),
        instead(),
        at());
  }

  boolean overlaps(CueHit other) {
    return message.index() == other.message.index() && start < other.end && other.start < end;
  }

  /** In the order of the conversation. */
  static int compare(CueHit a, CueHit b) {
    int byMessage = Integer.compare(a.message.index(), b.message.index());
    return byMessage != 0 ? byMessage : Integer.compare(a.start, b.start);
  }

  static List<CueHit> sorted(List<CueHit> hits) {
    return hits.stream().sorted(CueHit::compare).toList();
  }
}
