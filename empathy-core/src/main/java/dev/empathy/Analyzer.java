package dev.empathy;

import dev.empathy.Program.CompiledCue;
import dev.empathy.Program.Group;
import dev.empathy.Program.PlacedDetector;
import dev.empathy.Program.Use;
import dev.empathy.internal.match.Alignment;
import dev.empathy.internal.match.Hits;
import dev.empathy.internal.match.ListIndex;
import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.text.Region;
import dev.empathy.internal.text.Region.Kind;
import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Negation;
import dev.empathy.rubric.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Message in, analysis out: hits, then {@code unless}, then negation, then emotions. */
final class Analyzer {

  /** From so many words on, a message's language can be told. */
  private static final int WORDS_TO_TELL = 8;

  static final double DEFAULT_STRENGTH = 0.5;
  private static final double INTENSIFIED = 1.3;
  private static final double DAMPENED = 0.6;
  private static final int MODIFIER_REACH = 2;
  private static final double EMPHASIS = 0.1;

  private static final long[] NO_LONGS = {};
  private static final int[] NO_INTS = {};
  private static final CueHit[] NO_HITS = {};

  private final Program program;
  private final int index;
  private final Message message;
  private final Map<String, String> facts;
  private final Side side;
  private final Tokens tokens;
  private final Hits raw;

  /** Hits of phrases, in the order in which they begin: the cue and, in the lower half, the hit. */
  private long[] found = NO_LONGS;

  private int foundCount;

  /** Per hit, what is an object already: what shows an emotion. Empty where nothing is. */
  private @Nullable CueHit[] made = NO_HITS;

  private final List<SuppressedHit> suppressed = new ArrayList<>(0);

  /** Null where nothing negates. */
  private @Nullable BitSet negators;

  /**
   * Per token: above 0 in an intensifier, below 0 in a dampener; by how many words. Empty where
   * there is neither, null where nobody has looked.
   */
  private int @Nullable [] degrees;

  /** The {@code unless} matches by cue, and of each in the order in which they begin. */
  private long[] unless = NO_LONGS;

  /** Where those of a cue begin, how many of them are passed. */
  private int[] passed = NO_INTS;

  /** What no phrase of its own cue made, per cue. */
  private Map<Integer, List<CueHit>> extra = Map.of();

  private Map<Integer, String> faults = Map.of();
  private boolean truncated;

  private Analyzer(
      Program program,
      int index,
      Message message,
      boolean chat,
      @Nullable String name,
      Map<String, String> facts) {
    this.program = program;
    this.facts = facts;
    this.index = index;
    this.message = message;
    this.side = Objects.requireNonNull(message.role().side());
    this.tokens = program.matcher().scanner().scan(bounded(message.text()), chat, given(message));
    if (program.matcher().usesNames()) {
      CustomerName.mark(tokens, name, program);
    }
    this.raw = program.matcher().match(tokens);
  }

  /**
   * @param index the 0-based index of the message in its conversation
   * @param message any message but a system note
   * @param chat whether the end of a line ends a sentence
   * @param name the customer's name, or null
   * @param facts what may raise an emotion
   */
  static Analysis analyze(
      Program program,
      int index,
      Message message,
      boolean chat,
      @Nullable String name,
      Map<String, String> facts) {
    return new Analyzer(program, index, message, chat, name, facts).run();
  }

  private static List<Region> given(Message message) {
    if (message.regions().isEmpty()) {
      return List.of();
    }
    return message.regions().stream()
        .map(r -> new Region(Objects.requireNonNull(Kind.named(r.kind())), r.start(), r.end()))
        .toList();
  }

  private String bounded(String text) {
    int most = program.limits().messageCharacters();
    if (text.length() <= most) {
      return text;
    }
    truncated = true;
    boolean splits = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, splits ? most - 1 : most);
  }

  private Analysis run() {
    boolean other = isOtherLanguage();
    long[] matches = markModifiers();
    int most = program.limits().hitsPerMessage();
    List<Detected> detected = detect(most);
    int told = told(matches, most);
    // A region takes a character at least, and most messages have not so many.
    boolean masked = tokens.text().length() > most && tokens.regions().size() > most;
    boolean cut = raw.isCut() || matches.length > told || masked;
    CueHits hits = new CueHits();
    double[] emotions =
        mayShowEmotions(matches) || !detected.isEmpty()
            ? new double[program.emotions().size()]
            : Analysis.NO_EMOTIONS;
    Analysis analysis =
        new Analysis(
            program,
            index,
            message,
            facts,
            tokens,
            hits,
            suppressed,
            emotions,
            faults,
            measured(),
            truncated || cut || matches.length + detected.size() > most,
            other);
    found = matches;
    for (int i = 0; i < told; i++) {
      judge(analysis, cueOf(matches[i]), (int) matches[i]);
    }
    int left = Math.max(0, most - matches.length);
    for (int i = 0; i < Math.min(left, detected.size()); i++) {
      offer(cueHit(analysis, detected.get(i)));
    }
    if (extra.isEmpty() && faults.isEmpty()) {
      Arrays.sort(found, 0, foundCount);
      hits.fill(analysis, raw, found, foundCount, made);
    } else {
      hits.fill(all(analysis));
    }
    program.matcher().giveBack(raw);
    fillEmotions(program, facts, tokens, hits, emotions);
    return analysis;
  }

  private boolean mayShowEmotions(long[] matches) {
    for (long match : matches) {
      CompiledCue cue = cueOf(match);
      if (cue.emotion() >= 0 || cue.flipTo() >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The hits of phrases and the others; none of a cue that is unknown. */
  private List<CueHit> all(Analysis analysis) {
    Map<Integer, List<CueHit>> byCue = new TreeMap<>();
    for (int i = 0; i < foundCount; i++) {
      CompiledCue cue = cueOf(found[i]);
      int hit = (int) found[i];
      CueHit known = made.length == 0 ? null : made[hit];
      byCue
          .computeIfAbsent(cue.index(), key -> new ArrayList<>())
          .add(known == null ? cueHit(analysis, cue, hit) : known);
    }
    extra.forEach((cue, more) -> byCue.put(cue, merged(byCue.getOrDefault(cue, List.of()), more)));
    byCue.keySet().removeAll(faults.keySet());
    return byCue.values().stream().flatMap(List::stream).toList();
  }

  private CompiledCue cueOf(long match) {
    return program.cues().get((int) (match >>> 32));
  }

  /**
   * Of how many of these hits it is told how they came about; no more than are kept. Most often the
   * cost of all of them together is within bounds, and each is looked at when somebody asks.
   */
  private int told(long[] matches, int most) {
    int all = Math.min(matches.length, most);
    long effort = 0;
    for (int i = 0; i < all; i++) {
      effort += program.matcher().effort(raw, (int) matches[i]);
    }
    if (raw.isEnoughForPaths(effort)) {
      return all;
    }
    for (int i = 0; i < all; i++) {
      program.matcher().align(tokens, raw, (int) matches[i]);
      if (!raw.isExplained()) {
        return i;
      }
    }
    return all;
  }

  private Map<String, SignalValue> measured() {
    if (program.extensions().signals().isEmpty()) {
      return Map.of();
    }
    Map<String, SignalValue> measured = new LinkedHashMap<>();
    program
        .extensions()
        .signals()
        .forEach(
            (name, signal) ->
                measured.put(name, SignalValue.of(name, signal, List.of(OwnWords.of(tokens)))));
    return measured;
  }

  /**
   * Notes the tokens that negate and what suppresses.
   *
   * @return the hits of phrases that cues look for in this message, each with its cue
   */
  private long[] markModifiers() {
    BitSet pseudo = null;
    int matches = 0;
    int suppressing = 0;
    for (int hit = 0; hit < raw.size(); hit++) {
      switch (group(hit).use()) {
        case NEGATOR -> negators = marked(negators, hit);
        case PSEUDO_NEGATOR -> pseudo = marked(pseudo, hit);
        case UNLESS -> suppressing++;
        case MATCH -> matches += isLookedFor(hit) ? 1 : 0;
        default -> {}
      }
    }
    if (negators != null && pseudo != null) {
      negators.andNot(pseudo);
    }
    if (suppressing > 0 && matches > 0) {
      unless = byCue(Use.UNLESS, suppressing);
      passed = new int[suppressing];
      Arrays.sort(unless);
    }
    return matches == 0 ? NO_LONGS : byCue(Use.MATCH, matches);
  }

  private Group group(int hit) {
    return program.groups().get(raw.group(hit));
  }

  private boolean isLookedFor(int hit) {
    return program.cues().get(group(hit).cue()).looksAt(side);
  }

  /** The number of a cue and, in the lower half, one of its hits. */
  private static long ofCue(int cue, int hit) {
    return (long) cue << 32 | hit;
  }

  /** So many hits, each with its cue. */
  private long[] byCue(Use use, int count) {
    long[] hits = new long[count];
    int next = 0;
    for (int hit = 0; next < count; hit++) {
      if (group(hit).use() == use && (use != Use.MATCH || isLookedFor(hit))) {
        hits[next++] = ofCue(group(hit).cue(), hit);
      }
    }
    return hits;
  }

  private BitSet marked(@Nullable BitSet tokens, int hit) {
    BitSet marked = tokens == null ? new BitSet(this.tokens.size()) : tokens;
    marked.set(raw.start(hit), raw.end(hit));
    return marked;
  }

  /** Notes the tokens that strengthen and weaken; only an emotion asks for them. */
  private void markDegrees() {
    degrees = NO_INTS;
    for (int hit = 0; hit < raw.size(); hit++) {
      Use use = group(hit).use();
      if (use == Use.INTENSIFIER || use == Use.DAMPENER) {
        markDegree(hit, use == Use.INTENSIFIER ? 1 : -1);
      }
    }
  }

  /** Of two that share a word the longer counts: "not very" weakens, though "very" strengthens. */
  private void markDegree(int hit, int sign) {
    int length = raw.end(hit) - raw.start(hit);
    degrees = degrees.length == 0 ? new int[tokens.size()] : degrees;
    for (int token = raw.start(hit); token < raw.end(hit); token++) {
      if (length > Math.abs(degrees[token])) {
        degrees[token] = sign * length;
      }
    }
  }

  private void judge(Analysis analysis, CompiledCue cue, int hit) {
    int unless = suppressor(cue, hit);
    if (unless >= 0) {
      suppress(cue, hit, SuppressedHit.Reason.UNLESS, raw.start(unless), raw.end(unless));
      return;
    }
    Negation negation = cue.cue().negation();
    int negator = negation.effect() == Negation.Effect.KEEP ? -1 : negator(hit);
    if (negator < 0) {
      add(analysis, cue, hit);
    } else if (cue.flipTo() >= 0) {
      suppress(cue, hit, SuppressedHit.Reason.FLIPPED, negator, negator + 1);
      offer(cueHit(analysis, program.cues().get(cue.flipTo()), hit));
    } else {
      suppress(cue, hit, SuppressedHit.Reason.NEGATED, negator, negator + 1);
    }
  }

  private void add(Analysis analysis, CompiledCue cue, int hit) {
    found[foundCount++] = ofCue(cue.index(), hit);
    if (cue.emotion() >= 0) {
      made = made.length == 0 ? new CueHit[raw.size()] : made;
      made[hit] = cueHit(analysis, cue, hit);
    }
  }

  /**
   * The first {@code unless} match of this cue that shares a token with a hit, or -1. Hits of a cue
   * come in order and do not overlap; its {@code unless} matches come in order, too, so that what
   * ends before a hit is passed once.
   */
  private int suppressor(CompiledCue cue, int hit) {
    int place = Arrays.binarySearch(unless, ofCue(cue.index(), 0));
    int first = place < 0 ? -place - 1 : place;
    if (first == unless.length) {
      return -1;
    }
    int waiting = first + passed[first];
    while (isOf(cue, waiting) && raw.end((int) unless[waiting]) <= raw.start(hit)) {
      waiting++;
    }
    passed[first] = waiting - first;
    boolean shares = isOf(cue, waiting) && raw.start((int) unless[waiting]) < raw.end(hit);
    return shares ? (int) unless[waiting] : -1;
  }

  private boolean isOf(CompiledCue cue, int place) {
    return place < unless.length && unless[place] >>> 32 == cue.index();
  }

  /** The negator that reaches a hit from the left, or that one of its gaps swallowed, or -1. */
  private int negator(int hit) {
    if (negators == null) {
      return -1;
    }
    int start = raw.start(hit);
    int inside = swallowed(negators.nextSetBit(start), hit);
    if (inside >= 0) {
      return inside;
    }
    int sentence = tokens.sentence(start);
    int window = program.rubric().locale().window();
    for (int token = start - 1; token >= 0 && start - token <= window; token--) {
      boolean stopped =
          tokens.sentence(token) != sentence
              || (program.stopMarks() && tokens.stopBefore(token + 1));
      if (stopped) {
        return -1;
      }
      if (negators.get(token)) {
        return token;
      }
      if (program.stops().contains(tokens.hash(token))) {
        return -1;
      }
    }
    return -1;
  }

  /** The first negator from here on that a gap of a hit swallowed, or -1. */
  private int swallowed(int negator, int hit) {
    if (negator < 0 || negator >= raw.end(hit)) {
      return -1;
    }
    boolean[] gap = alignment(hit).gap();
    for (int token = negator; token < raw.end(hit); token++) {
      if (gap[token - raw.start(hit)] && negators.get(token)) {
        return token;
      }
    }
    return -1;
  }

  private Alignment alignment(int hit) {
    return program
        .matcher()
        .align(tokens, raw.phrase(hit), raw.start(hit), raw.end(hit), raw.state(hit));
  }

  private void suppress(CompiledCue cue, int hit, SuppressedHit.Reason reason, int from, int to) {
    int start = tokens.start(raw.start(hit));
    int end = tokens.end(raw.end(hit) - 1);
    suppressed.add(
        new SuppressedHit(
            cue.cue().id(),
            index,
            span(start, end),
            tokens.text().substring(start, end),
            reason,
            span(tokens.start(from), tokens.end(to - 1)),
            program.matcher().phrase(raw, hit).at().toString()));
  }

  private Span span(int start, int end) {
    return new Span(start, end, tokens.codePoint(start), tokens.codePoint(end));
  }

  private CueHit cueHit(Analysis analysis, CompiledCue cue, int hit) {
    Alignment known = cue.emotion() < 0 ? null : alignment(hit);
    return CueHit.of(
        cue,
        analysis,
        raw.start(hit),
        raw.end(hit),
        known == null ? 0 : strength(cue, hit, known),
        raw.phrase(hit),
        raw.state(hit),
        known);
  }

  private double strength(CompiledCue cue, int hit, Alignment alignment) {
    Double listed = listedStrength(alignment);
    Double own = cue.cue().strength();
    double strength = listed != null ? listed : own != null ? own : DEFAULT_STRENGTH;
    if (degrees == null) {
      markDegrees();
    }
    if (degrees.length == 0) {
      return strength;
    }
    int first = raw.start(hit);
    for (int token = first - 1; token >= Math.max(0, first - MODIFIER_REACH); token--) {
      if (tokens.sentence(token) != tokens.sentence(first)) {
        break;
      }
      if (degrees[token] > 0) {
        return Math.min(1, strength * INTENSIFIED);
      }
      if (degrees[token] < 0) {
        return strength * DAMPENED;
      }
    }
    return strength;
  }

  private @Nullable Double listedStrength(Alignment alignment) {
    for (Alignment.Captured captured : alignment.captures()) {
      ListIndex list = program.matcher().list(captured.name());
      if (list != null) {
        int entry = list.entry(tokens, captured.start(), captured.end());
        Double strength = entry < 0 ? null : list.list().entries().get(entry).strength();
        if (strength != null) {
          return strength;
        }
      }
    }
    return null;
  }

  /** A hit that no phrase of its own cue made: a flipped one, or a detector's. */
  private void offer(CueHit hit) {
    if (hit.cue().looksAt(side)) {
      extra = extra.isEmpty() ? new TreeMap<>() : extra;
      extra.computeIfAbsent(hit.cue().index(), cue -> new ArrayList<>()).add(hit);
    }
  }

  /** A cue's own hits and those of the others that overlap none before them. */
  private static List<CueHit> merged(List<CueHit> own, List<CueHit> more) {
    more.sort(Comparator.comparingInt(CueHit::start).thenComparingInt(hit -> -hit.end()));
    List<CueHit> all = new ArrayList<>(own.size() + more.size());
    int next = 0;
    int taken = 0;
    for (CueHit hit : more) {
      while (next < own.size() && own.get(next).start() < hit.end()) {
        taken = Math.max(taken, own.get(next).end());
        all.add(own.get(next++));
      }
      if (hit.start() >= taken) {
        all.add(hit);
        taken = hit.end();
      }
    }
    all.addAll(own.subList(next, own.size()));
    all.sort(Comparator.comparingInt(CueHit::start));
    return all;
  }

  /**
   * A span that a detector found.
   *
   * @param cue the cue that names the detector
   * @param at the place that names it
   * @param span start and end in UTF-16 units
   */
  private record Detected(CompiledCue cue, String at, int[] span) {}

  /**
   * What detectors find, and one more than is kept at most; where one fails, its cue is unknown.
   * Each looks once, however many cues name it.
   */
  private List<Detected> detect(int most) {
    List<CompiledCue> cues = program.detecting(side);
    if (cues.isEmpty()) {
      return List.of();
    }
    Map<SpanFinder, Found> known = new IdentityHashMap<>();
    List<Detected> detected = new ArrayList<>();
    for (CompiledCue cue : cues) {
      for (PlacedDetector placed : cue.detectors()) {
        Found one = known.computeIfAbsent(placed.detector(), this::found);
        if (one.fault != null) {
          faults = faults.isEmpty() ? new TreeMap<>() : faults;
          faults.putIfAbsent(cue.index(), one.fault);
        }
        for (int i = 0; i < one.spans.size() && detected.size() <= most; i++) {
          detected.add(new Detected(cue, placed.at(), one.spans.get(i)));
        }
      }
    }
    return detected;
  }

  /** What a detector found, or why it failed. */
  private record Found(List<int[]> spans, @Nullable String fault) {}

  private Found found(SpanFinder detector) {
    try {
      return new Found(detector.find(tokens, program.matcher(), message.role()), null);
    } catch (ExtensionFault fault) {
      return new Found(List.of(), fault.reason());
    }
  }

  private CueHit cueHit(Analysis analysis, Detected detected) {
    CompiledCue cue = detected.cue();
    int[] span = detected.span();
    int first = tokens.firstEndingAfter(span[0]);
    int end = first;
    while (end < tokens.size() && tokens.start(end) < span[1]) {
      end++;
    }
    return CueHit.detected(cue, analysis, first, end, span, detected.at());
  }

  /** 1 − Π(1 − strength), raised where the message is loud, and by facts. */
  static void fillEmotions(
      Program program, Map<String, String> facts, Tokens tokens, CueHits hits, double[] emotions) {
    if (hits.isEmpty()) {
      return;
    }
    double[] rest = {};
    for (int at = 0; at < hits.size(); at++) {
      int emotion = program.cues().get(hits.cue(at)).emotion();
      if (emotion >= 0) {
        rest = rest.length == 0 ? filled(emotions.length) : rest;
        rest[emotion] *= 1 - hits.get(at).strength();
      }
    }
    double loud = -1;
    for (int emotion = 0; emotion < rest.length; emotion++) {
      if (rest[emotion] < 1) {
        loud = loud < 0 ? loudness(program.matcher(), tokens) : loud;
        double raised = Facts.raised(program.emotion(emotion).raises(), facts);
        emotions[emotion] = Numbers.three(Math.min(1, 1 - rest[emotion] + loud + raised));
      }
    }
  }

  private static double[] filled(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double loudness(Matcher matcher, Tokens tokens) {
    int signs =
        (Detector.SHOUTING.find(tokens, matcher).isEmpty() ? 0 : 1)
            + (tokens.exclamationRun() >= 2 ? 1 : 0)
            + (Detector.ELONGATION.find(tokens, matcher).isEmpty() ? 0 : 1);
    return signs * EMPHASIS;
  }

  private boolean isOtherLanguage() {
    if (program.functionWords().isEmpty()) {
      return false;
    }
    int words = 0;
    int known = 0;
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.kind(token) == TokenKind.WORD) {
        words++;
        known += program.isFunctionWord(tokens, token) ? 1 : 0;
      }
    }
    return words >= WORDS_TO_TELL && known * 5 < words;
  }
}
