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

  private final Program program;
  private final int index;
  private final Message message;
  private final Map<String, String> facts;
  private final Side side;
  private final Tokens tokens;
  private final Hits raw;

  /** Hits of phrases, in the order in which they begin. */
  private final List<CueHit> found = new ArrayList<>();

  private final List<SuppressedHit> suppressed = new ArrayList<>(0);

  /** Null where nothing negates. */
  private @Nullable BitSet negators;

  /**
   * Per token: above 0 in an intensifier, below 0 in a dampener; by how many words. Empty where
   * there is neither.
   */
  private int[] degrees = {};

  /** Per cue, its next {@code unless} match that may share a token with a hit, or -1. */
  private int[] unless = {};

  /** Per hit, the next {@code unless} match of the same cue, or -1. */
  private int[] nextUnless = {};

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
    markModifiers();
    int[] matches = matches();
    int most = program.limits().hitsPerMessage();
    List<Detected> detected = detect(most);
    List<Alignment> alignments = align(matches, most);
    boolean cut =
        raw.isCut() || matches.length > alignments.size() || tokens.regions().size() > most;
    CueHits hits = new CueHits();
    double[] emotions = new double[program.emotions().size()];
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
    for (int i = 0; i < alignments.size(); i++) {
      judge(analysis, cueOf(matches[i]), matches[i], alignments.get(i));
    }
    int left = Math.max(0, most - matches.length);
    for (int i = 0; i < Math.min(left, detected.size()); i++) {
      offer(cueHit(analysis, detected.get(i)));
    }
    hits.fill(extra.isEmpty() && faults.isEmpty() ? found : all());
    fillEmotions(program, facts, tokens, hits, emotions);
    return analysis;
  }

  /** The hits of phrases and the others; none of a cue that is unknown. */
  private List<CueHit> all() {
    Map<Integer, List<CueHit>> byCue = new TreeMap<>();
    found.forEach(
        hit -> byCue.computeIfAbsent(hit.cue().index(), cue -> new ArrayList<>()).add(hit));
    extra.forEach((cue, more) -> byCue.put(cue, merged(byCue.getOrDefault(cue, List.of()), more)));
    byCue.keySet().removeAll(faults.keySet());
    return byCue.values().stream().flatMap(List::stream).toList();
  }

  /** The hits of phrases that cues look for in this message. */
  private int[] matches() {
    int[] matches = new int[raw.size()];
    int count = 0;
    for (int hit = 0; hit < matches.length; hit++) {
      Group group = program.groups().get(raw.group(hit));
      if (group.use() == Use.MATCH && program.cues().get(group.cue()).looksAt(side)) {
        matches[count++] = hit;
      }
    }
    return count == matches.length ? matches : Arrays.copyOf(matches, count);
  }

  /** How these hits came about, as many as are kept and can be explained. */
  private List<Alignment> align(int[] matches, int most) {
    if (matches.length == 0) {
      return List.of();
    }
    List<Alignment> alignments = new ArrayList<>(matches.length);
    for (int i = 0; i < Math.min(matches.length, most); i++) {
      Alignment alignment = program.matcher().align(tokens, raw, matches[i]);
      if (!raw.isExplained()) {
        break;
      }
      alignments.add(alignment);
    }
    return alignments;
  }

  private CompiledCue cueOf(int hit) {
    return program.cues().get(program.groups().get(raw.group(hit)).cue());
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

  /** Notes the tokens that negate, strengthen and weaken, and what suppresses. */
  private void markModifiers() {
    BitSet pseudo = null;
    boolean hasUnless = false;
    for (int hit = 0; hit < raw.size(); hit++) {
      switch (program.groups().get(raw.group(hit)).use()) {
        case NEGATOR -> negators = marked(negators, hit);
        case PSEUDO_NEGATOR -> pseudo = marked(pseudo, hit);
        case INTENSIFIER -> markDegree(hit, 1);
        case DAMPENER -> markDegree(hit, -1);
        case UNLESS -> hasUnless = true;
        case MATCH -> {}
      }
    }
    if (negators != null && pseudo != null) {
      negators.andNot(pseudo);
    }
    if (hasUnless) {
      chainUnless();
    }
  }

  private BitSet marked(@Nullable BitSet tokens, int hit) {
    BitSet marked = tokens == null ? new BitSet(this.tokens.size()) : tokens;
    marked.set(raw.start(hit), raw.end(hit));
    return marked;
  }

  /** Chains each cue's {@code unless} matches in the order in which they begin. */
  private void chainUnless() {
    unless = new int[program.cues().size()];
    Arrays.fill(unless, -1);
    nextUnless = new int[raw.size()];
    for (int hit = raw.size() - 1; hit >= 0; hit--) {
      Group group = program.groups().get(raw.group(hit));
      if (group.use() == Use.UNLESS) {
        nextUnless[hit] = unless[group.cue()];
        unless[group.cue()] = hit;
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

  private void judge(Analysis analysis, CompiledCue cue, int hit, Alignment alignment) {
    int unless = suppressor(cue, hit);
    if (unless >= 0) {
      suppress(cue, hit, SuppressedHit.Reason.UNLESS, raw.start(unless), raw.end(unless));
      return;
    }
    Negation negation = cue.cue().negation();
    int negator = negation.effect() == Negation.Effect.KEEP ? -1 : negator(hit, alignment);
    if (negator < 0) {
      found.add(cueHit(analysis, cue, hit, alignment));
    } else if (cue.flipTo() >= 0) {
      suppress(cue, hit, SuppressedHit.Reason.FLIPPED, negator, negator + 1);
      offer(cueHit(analysis, program.cues().get(cue.flipTo()), hit, alignment));
    } else {
      suppress(cue, hit, SuppressedHit.Reason.NEGATED, negator, negator + 1);
    }
  }

  /**
   * The first {@code unless} match of this cue that shares a token with a hit, or -1. Hits of a cue
   * come in order and do not overlap; its {@code unless} matches come in order, too, so that what
   * ends before a hit is passed once.
   */
  private int suppressor(CompiledCue cue, int hit) {
    if (unless.length == 0) {
      return -1;
    }
    int waiting = unless[cue.index()];
    while (waiting >= 0 && raw.end(waiting) <= raw.start(hit)) {
      waiting = nextUnless[waiting];
    }
    unless[cue.index()] = waiting;
    return waiting >= 0 && raw.start(waiting) < raw.end(hit) ? waiting : -1;
  }

  /** The negator that reaches a hit from the left, or that one of its gaps swallowed, or -1. */
  private int negator(int hit, Alignment alignment) {
    if (negators == null) {
      return -1;
    }
    int start = raw.start(hit);
    for (int token = start; token < raw.end(hit); token++) {
      if (alignment.gap()[token - start] && negators.get(token)) {
        return token;
      }
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

  private CueHit cueHit(Analysis analysis, CompiledCue cue, int hit, Alignment alignment) {
    int first = raw.start(hit);
    int end = raw.end(hit);
    return new CueHit(
        cue,
        analysis,
        first,
        end,
        tokens.start(first),
        tokens.end(end - 1),
        cue.emotion() < 0 ? 0 : strength(cue, first, alignment),
        alignment,
        program.matcher().phrase(raw, hit),
        "",
        null);
  }

  private double strength(CompiledCue cue, int first, Alignment alignment) {
    Double listed = listedStrength(alignment);
    Double own = cue.cue().strength();
    double strength = listed != null ? listed : own != null ? own : DEFAULT_STRENGTH;
    if (degrees.length == 0) {
      return strength;
    }
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
    Double own = cue.cue().strength();
    double strength = cue.emotion() < 0 ? 0 : own != null ? own : DEFAULT_STRENGTH;
    return new CueHit(
        cue, analysis, first, end, span[0], span[1], strength, null, null, detected.at(), null);
  }

  /** 1 − Π(1 − strength), raised where the message is loud, and by facts. */
  static void fillEmotions(
      Program program, Map<String, String> facts, Tokens tokens, CueHits hits, double[] emotions) {
    if (hits.isEmpty()) {
      return;
    }
    double[] rest = {};
    for (List<CueHit> ofCue : hits.lists()) {
      int emotion = ofCue.get(0).cue().emotion();
      if (emotion >= 0 && rest.length == 0) {
        rest = new double[emotions.length];
        Arrays.fill(rest, 1);
      }
      for (int i = 0; i < ofCue.size() && emotion >= 0; i++) {
        rest[emotion] *= 1 - ofCue.get(i).strength();
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
