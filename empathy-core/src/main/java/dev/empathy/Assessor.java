package dev.empathy;

import dev.empathy.Telling.Part;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through a conversation, message by message, and writes down what the parts find. */
final class Assessor {

  /** Channels in which a line is a sentence. */
  private static final Set<String> CHAT = Set.of("chat", "messaging", "sms", "social");

  /** The fact that gives the customer's name. */
  private static final String CUSTOMER_NAME = "customer-name";

  /** The fact that names the channel. */
  private static final String CHANNEL = "channel";

  private final Program program;
  private Map<String, String> facts;
  private final Depth depth;
  private boolean historyGiven;
  private Scoring scoring;
  private final RubricRef rubric;
  private Receipt receipt;
  private final Memory memory;

  /** What was there before the customer's turn that responses answer: their own count. */
  private final Memory answered;

  /** Turns before the present one, and the present one. */
  private final List<Turn> earlier;

  private @Nullable Turn present;

  /** What was said of each message of a growing conversation, its notes left out. */
  private final List<Assessment> said;

  /** How many messages of a growing conversation came, and whether the present turn is over. */
  private int came;

  private boolean over;

  /** Whether any message was cut, parts of a turn included. */
  private boolean truncated;

  /** Whether messages before the first of these were not read. */
  private boolean cut;

  /**
   * Whether what an assessment tells is written when it is asked for: where the conversation does
   * not go on after it.
   */
  private boolean later;

  Assessor(Program program, Map<String, String> facts, boolean historyGiven, Depth depth) {
    this.program = program;
    this.depth = depth;
    this.facts = facts;
    this.historyGiven = historyGiven;
    this.scoring = program.scorings().of(facts);
    this.rubric = program.reference();
    this.receipt = scoring.receipt(program, facts, depth);
    this.memory = new Memory(program);
    this.answered = depth == Depth.EXPLAINED ? new Memory(program) : memory;
    this.earlier = new ArrayList<>();
    this.said = new ArrayList<>();
  }

  private Assessor(Assessor other) {
    this.program = other.program;
    this.depth = other.depth;
    this.facts = other.facts;
    this.historyGiven = other.historyGiven;
    this.scoring = other.scoring;
    this.rubric = other.rubric;
    this.receipt = other.receipt;
    this.memory = other.memory.copy();
    this.answered = other.answered == other.memory ? memory : other.answered.copy();
    this.earlier = new ArrayList<>(other.earlier);
    this.present = other.present;
    this.said = new ArrayList<>(other.said);
    this.came = other.came;
    this.over = other.over;
    this.truncated = other.truncated;
    this.cut = other.cut;
  }

  /** The same conversation so far, from here on apart. */
  Assessor copy() {
    return new Assessor(this);
  }

  /** Says what is known of the messages to come, and of the conversation. */
  void know(Map<String, String> known) {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    scoring = program.scorings().of(facts);
    receipt = scoring.receipt(program, facts, depth);
  }

  /** Reads one message, any but a system note, in the light of what is known. */
  static Analysis analyze(Program program, int index, Message message, Map<String, String> facts) {
    boolean chat = CHAT.contains(facts.getOrDefault(CHANNEL, ""));
    return Analyzer.analyze(program, index, message, chat, facts.get(CUSTOMER_NAME), facts);
  }

  /** Assesses the last of these messages. If they are too many, the first ones are not read. */
  Assessment last(List<Message> messages) {
    int last = messages.size() - 1;
    addAllBefore(last, messages);
    Message message = messages.get(last);
    later = depth != Depth.EXPLAINED && program.detail() == Detail.FULL;
    return message.role().side() == null ? note(message, last) : assess(message, last, false);
  }

  private void addAllBefore(int last, List<Message> messages) {
    int first = Math.max(0, last + 1 - program.limits().messagesPerConversation());
    cut = first > 0;
    historyGiven &= !cut;
    for (int i = first; i < last; i++) {
      add(messages.get(i), i);
    }
  }

  /**
   * What one rule of turns comes to in the last of these messages, and nothing else; null where
   * that is not the agent's.
   */
  @Nullable Outcome outcome(List<Message> messages, int rule) {
    int last = messages.size() - 1;
    addAllBefore(last, messages);
    if (messages.get(last).role().side() != Side.AGENT) {
      return null;
    }
    add(messages.get(last), last);
    Turn turn = Objects.requireNonNull(present);
    return Judge.outcome(scene(turn, earlier, memory), scoring, rule);
  }

  /**
   * Assesses all of these messages. If they are too many, the last ones are not read; a turn that
   * goes on among those is not judged.
   */
  ConversationAssessment all(List<Message> messages) {
    List<Assessment> turns = new ArrayList<>();
    int end = Math.min(messages.size(), program.limits().messagesPerConversation());
    for (int i = 0; i < end; i++) {
      Message message = messages.get(i);
      if (message.role().side() != null) {
        turns.add(assess(message, i, goesOn(messages, i)));
      }
    }
    truncated |= end < messages.size();
    return whole(turns);
  }

  /** Assesses the next message of a growing conversation as if its turn ended with it. */
  Assessment next(Message message) {
    int index = came++;
    boolean note = message.role().side() == null;
    if (index >= program.limits().messagesPerConversation()) {
      truncated = true;
      return note ? note(message, index) : beyond(message, index);
    }
    if (note) {
      return note(message, index);
    }
    goOn(message.role().side());
    Assessment assessment = assess(message, index, false);
    said.add(assessment);
    return assessment;
  }

  /** Where a turn of the agent's goes on, what was said of its last message no longer holds. */
  private void goOn(@Nullable Side side) {
    if (present != null && side == Side.AGENT && present.side() == side) {
      Scene scene = scene(present, earlier, memory);
      said.set(said.size() - 1, write(present.last(), scene, Status.PART, null, List.of()));
    }
  }

  /** A message of too many: nothing of what came before is looked at, and it is not kept. */
  private Assessment beyond(Message message, int index) {
    if (!over) {
      goOn(message.role().side());
      over = true;
    }
    Assessor alone = new Assessor(program, facts, false, depth);
    alone.cut = true;
    return alone.assess(message, index, false);
  }

  /** Assesses a growing conversation as if it ended now. */
  ConversationAssessment whole() {
    return whole(said);
  }

  private ConversationAssessment whole(List<Assessment> messages) {
    Scene scene = present == null ? null : scene(present, earlier, memory);
    return new Whole(messages, scene, scoring, depth)
        .assess(rubric, receipt, program.rubric().rules(), truncated);
  }

  /** Answers with one response, be it the rubric's last one, to the last of these messages. */
  Responder responder(List<Message> messages) {
    for (int i = 0; i < messages.size(); i++) {
      add(messages.get(i), i);
    }
    return Objects.requireNonNull(responder(Objects.requireNonNull(present)));
  }

  /** Whether the next message that counts is of the same side. */
  private static boolean goesOn(List<Message> messages, int index) {
    Side side = messages.get(index).role().side();
    for (int next = index + 1; next < messages.size(); next++) {
      Side theirs = messages.get(next).role().side();
      if (theirs != null) {
        return theirs == side;
      }
    }
    return false;
  }

  private @Nullable Analysis add(Message message, int index) {
    if (message.role().side() == null) {
      return null;
    }
    Analysis analysis = analyze(program, index, message, facts);
    truncated |= analysis.truncated();
    if (present != null && present.side() == analysis.side()) {
      present = present.with(analysis);
    } else {
      if (present != null) {
        earlier.add(present);
      }
      present = Turn.of(analysis, earlier.size(), cut && earlier.isEmpty());
    }
    return analysis;
  }

  private Assessment assess(Message message, int index, boolean goesOn) {
    Analysis analysis = Objects.requireNonNull(add(message, index));
    Turn turn = Objects.requireNonNull(present);
    Scene scene = scene(turn, earlier, memory);
    if (turn.side() == Side.CUSTOMER) {
      return write(analysis, scene, status(analysis), null, Router.fired(scene, depth));
    }
    if (goesOn) {
      return write(analysis, scene, Status.PART, null, List.of());
    }
    Verdict verdict = new Judge(scene, scoring, depth).judge();
    return write(analysis, scene, status(analysis), verdict, List.of());
  }

  private Scene scene(Turn turn, List<Turn> before, Memory of) {
    List<Turn> known = before.isEmpty() ? List.of() : Collections.unmodifiableList(before);
    return new Scene(program, turn, known, historyGiven, facts, of, false);
  }

  /**
   * Of a reply that could have said something else, or of the customer's turn; null for no turn.
   */
  private @Nullable Responder responder(Turn turn) {
    if (turn.side() == Side.CUSTOMER) {
      return new Responder(scene(turn, earlier, answered), null);
    }
    int last = earlier.size() - 1;
    return last < 0
        ? null
        : new Responder(scene(earlier.get(last), earlier.subList(0, last), answered), turn);
  }

  private List<SuggestedResponse> responses(Turn turn, Status status) {
    Responder responder =
        depth != Depth.EXPLAINED || status == Status.PART ? null : responder(turn);
    return responder == null ? List.of() : responder.offered();
  }

  private Status status(Analysis analysis) {
    if (cut || analysis.truncated()) {
      return Status.TRUNCATED;
    }
    return analysis.otherLanguage() ? Status.OTHER_LANGUAGE : Status.COMPLETE;
  }

  private Assessment write(
      Analysis analysis,
      Scene scene,
      Status status,
      @Nullable Verdict verdict,
      List<FiredRoute> routes) {
    Integer score = verdict == null ? null : verdict.score();
    boolean passed = verdict == null || verdict.passes(scoring.passMark());
    List<Counterfactual> toNextBand = List.of();
    List<Counterfactual> toPass = List.of();
    if (verdict != null && depth == Depth.EXPLAINED) {
      Counterfactuals counterfactuals = new Counterfactuals(scene, scoring, verdict);
      toNextBand = counterfactuals.toNextBand(score);
      toPass = passed ? List.of() : counterfactuals.toPass();
    }
    Telling telling = new Telling(analysis, scene, verdict, status != Status.PART);
    boolean none = analysis.hits().isEmpty();
    return new Assessment(
        Assessment.SCHEMA,
        analysis.message().id(),
        analysis.index(),
        analysis.message().role(),
        rubric,
        receipt,
        status,
        told(telling, Part.NOT_EVALUATED),
        score == null ? null : Numbers.points(score),
        score == null ? null : scoring.band(score),
        passed,
        verdict == null ? List.of() : told(telling, Part.DIMENSIONS),
        verdict == null ? List.of() : told(telling, Part.LEDGER),
        analysis.emotions().length == 0 && scene.earlier().isEmpty()
            ? List.of()
            : told(telling, Part.EMOTIONS),
        verdict == null ? List.of() : told(telling, Part.FINDINGS),
        verdict == null ? Map.of() : verdict.rules(),
        none ? List.of() : told(telling, Part.HITS),
        analysis.suppressed(),
        later ? new ToldSignals(telling) : telling.signals(),
        toNextBand,
        toPass,
        responses(scene.judged(), status),
        Commitments.mayBeIn(analysis) ? told(telling, Part.COMMITMENTS) : List.of(),
        routes,
        valence(analysis),
        told(telling, Part.REGIONS));
  }

  @SuppressWarnings("unchecked") // each part is a list of one kind, and asked for as such
  private <T> List<T> told(Telling telling, Part part) {
    return later ? new Told<>(telling, part) : (List<T>) telling.tell(part);
  }

  /** A system note is neither assessed nor history. */
  private Assessment note(Message message, int index) {
    return new Assessment(
        Assessment.SCHEMA,
        message.id(),
        index,
        message.role(),
        rubric,
        receipt,
        Status.COMPLETE,
        List.of(),
        null,
        null,
        true,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Valence.NEUTRAL,
        List.of());
  }

  private Valence valence(Analysis message) {
    boolean positive = false;
    boolean negative = false;
    for (int emotion = 0; emotion < message.emotions().length; emotion++) {
      if (message.emotions()[emotion] > 0) {
        positive |= program.isFamily(emotion, "positive");
        negative |= program.isFamily(emotion, "negative");
      }
    }
    if (positive == negative) {
      return positive ? Valence.MIXED : Valence.NEUTRAL;
    }
    return positive ? Valence.POSITIVE : Valence.NEGATIVE;
  }
}
