package dev.empathy;

import dev.empathy.internal.match.NearMiss;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was found in one message, before anything is judged: a pure function of the message.
 *
 * @param program the rubric
 * @param index the 0-based index in the conversation
 * @param message the message
 * @param facts what the caller knows beyond it
 * @param tokens its tokens
 * @param hits what was found
 * @param suppressed hits that do not count
 * @param emotions per emotion, 0..1; empty where none is shown
 * @param faults per number of a cue that is unknown here, why
 * @param measured what signals that the caller passed in say of it, by name
 * @param truncated whether it was over a limit
 * @param otherLanguage whether it is hardly in the rubric's language
 */
record Analysis(
    Program program,
    int index,
    Message message,
    Map<String, String> facts,
    Tokens tokens,
    CueHits hits,
    List<SuppressedHit> suppressed,
    double[] emotions,
    Map<Integer, String> faults,
    Map<String, SignalValue> measured,
    boolean truncated,
    boolean otherLanguage) {

  static final double[] NO_EMOTIONS = {};

  /**
   * Of a message of the agent's side that says nothing, and that no code of a caller's has seen.
   */
  static Analysis silence(Program program) {
    return new Analysis(
        program,
        0,
        Message.agent(""),
        Map.of(),
        program.matcher().scanner().scan("", false),
        new CueHits(),
        List.of(),
        NO_EMOTIONS,
        Map.of(),
        Map.of(),
        false,
        false);
  }

  Side side() {
    return Objects.requireNonNull(message.role().side());
  }

  List<CueHit> hits(int cue) {
    return hits.of(cue);
  }

  /** The strength of an emotion. */
  double emotion(int emotion) {
    return emotions.length == 0 ? 0 : emotions[emotion];
  }

  /** The same message with other hits, and what they show of emotions. */
  Analysis with(CueHits others) {
    double[] shown = new double[program.emotions().size()];
    Analyzer.fillEmotions(program, facts, tokens, others, shown);
    return new Analysis(
        program,
        index,
        message,
        facts,
        tokens,
        others,
        suppressed,
        shown,
        faults,
        measured,
        truncated,
        otherLanguage);
  }

  Span span(int start, int end) {
    return new Span(start, end, tokens.codePoint(start), tokens.codePoint(end));
  }

  /** From its first word to its last, or all of it where it has none. */
  Span wholeSpan() {
    int size = tokens.size();
    return size == 0
        ? span(0, tokens.text().length())
        : span(tokens.start(0), tokens.end(size - 1));
  }

  /** Whether what it does not say may have been said all the same. */
  boolean absenceIsUnknown() {
    return truncated || otherLanguage;
  }

  List<Hit> toHits() {
    if (hits.isEmpty()) {
      return List.of();
    }
    CueHit[] sorted = hits.all().toArray(CueHit[]::new);
    Arrays.sort(sorted, CueHit::compare);
    Hit[] shown = new Hit[sorted.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = sorted[i].toHit();
    }
    return List.of(shown);
  }

  Nearest toNearest(NearMiss miss) {
    String found =
        miss.found() < 0
            ? null
            : tokens.text().substring(tokens.start(miss.found()), tokens.end(miss.found()));
    return new Nearest(
        miss.number(),
        miss.matched(),
        miss.of(),
        miss.expected(),
        index,
        span(tokens.start(miss.start()), tokens.end(miss.end() - 1)),
        found,
        miss.phrase().at().toString());
  }

  List<MaskedRegion> toRegions() {
    if (tokens.regions().isEmpty()) {
      return List.of();
    }
    return tokens.regions().stream()
        .limit(program.limits().hitsPerMessage())
        .map(region -> new MaskedRegion(region.kind().id(), span(region.start(), region.end())))
        .toList();
  }
}
