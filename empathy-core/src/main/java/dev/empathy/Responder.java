package dev.empathy;

import dev.empathy.Program.CompiledCue;
import dev.empathy.RulePlan.ReadyResponse;
import dev.empathy.Template.Choice;
import dev.empathy.Template.Name;
import dev.empathy.internal.match.Alignment;
import dev.empathy.rubric.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What could be answered to the customer, filled from what was found. */
final class Responder {

  /** The name of the emotion that the customer's turn shows most. */
  static final String EMOTION = "emotion";

  /** More than these nobody reads. */
  private static final int MOST_OFFERED = 5;

  /** The most that is taken over of a fact: what is longer is no name and no step. */
  private static final int LONGEST_FACT = 80;

  private final Scene scene;
  private final Conditions conditions;

  /** Where names are looked for: in the customer's turn, then in the agent's. */
  private final List<Turn> turns;

  /**
   * @param scene judges the customer's turn
   * @param reply the agent's turn that answers it, or null where there is none yet
   */
  Responder(Scene scene, @Nullable Turn reply) {
    this.scene = scene;
    this.conditions = new Conditions(scene, Outcomes.none(scene.program().plan().size()));
    this.turns = reply == null ? List.of(scene.judged()) : List.of(scene.judged(), reply);
  }

  /** The first of the rubric's responses that fit and can be filled. */
  List<SuggestedResponse> offered() {
    List<SuggestedResponse> offered = new ArrayList<>();
    for (Response response : scene.program().rubric().responses().values()) {
      String text = offered.size() < MOST_OFFERED ? text(response) : null;
      if (text != null) {
        offered.add(new SuggestedResponse(response.id(), text, response.at().toString()));
      }
    }
    return offered;
  }

  /** What a response says here, or null where it does not fit or cannot be filled. */
  @Nullable String text(Response response) {
    return fits(response) ? ready(response).text().fillAll(this::value) : null;
  }

  boolean fits(Response response) {
    Clause when = ready(response).when();
    return !response.off() && (when == null || conditions.test(when) == Truth.TRUE);
  }

  /** The names of a response that stand for nothing here. */
  List<String> unfilled(Response response) {
    return ready(response).text().unfilled(this::value);
  }

  private ReadyResponse ready(Response response) {
    return Objects.requireNonNull(scene.program().plan().responses().get(response.id()));
  }

  private @Nullable String value(Name name) {
    String words = words(name);
    if (words != null || name.choice() == Choice.REPLACEMENT) {
      return words;
    }
    String captured = captured(name);
    if (captured != null) {
      return captured;
    }
    String emotion = name.id().equals(EMOTION) ? emotion() : null;
    return emotion != null ? emotion : fact(name.id());
  }

  /** Of a cue: what the rubric says instead of its words, where it does, else the words. */
  private @Nullable String words(Name name) {
    Integer cue = scene.program().cueIndex().get(name.id());
    if (cue == null) {
      return null;
    }
    boolean any = name.choice() != Choice.REPLACEMENT;
    CueHit hit = chosen(name.choice(), turn -> turn.hits(cue), one -> any || one.instead() != null);
    if (hit == null) {
      return null;
    }
    return hit.instead() != null ? hit.instead() : hit.wholeQuote();
  }

  private @Nullable String captured(Name name) {
    CueHit hit = chosen(name.choice(), this::allHits, one -> one.capture(name.id()) != null);
    Alignment.Captured captured = hit == null ? null : hit.capture(name.id());
    return captured == null ? null : hit.wholeQuote(captured.start(), captured.end());
  }

  private List<CueHit> allHits(Turn turn) {
    List<CueHit> hits = new ArrayList<>();
    for (CompiledCue cue : scene.program().cues()) {
      hits.addAll(turn.hits(cue.index()));
    }
    return CueHit.sorted(hits);
  }

  /** The last one, or the first, of the customer's hits; where there are none, of the agent's. */
  private @Nullable CueHit chosen(
      Choice choice, Function<Turn, List<CueHit>> hits, Predicate<CueHit> fitting) {
    for (Turn turn : turns) {
      List<CueHit> fit = hits.apply(turn).stream().filter(fitting).toList();
      if (!fit.isEmpty()) {
        return fit.get(choice == Choice.FIRST ? 0 : fit.size() - 1);
      }
    }
    return null;
  }

  /** What the customer's turn shows most; of equally strong ones the rubric's first. */
  private @Nullable String emotion() {
    String most = null;
    double strongest = 0;
    List<String> emotions = scene.program().emotions();
    for (int emotion = 0; emotion < emotions.size(); emotion++) {
      if (scene.judged().emotion(emotion) > strongest) {
        strongest = scene.judged().emotion(emotion);
        most = emotions.get(emotion);
      }
    }
    return most;
  }

  /** What a fact says is the caller's affair; that it stays within its sentence is ours. */
  private @Nullable String fact(String name) {
    boolean declared =
        scene.program().rubric().facts().stream().anyMatch(fact -> fact.value().equals(name));
    String fact = declared ? scene.facts().getOrDefault(name, "").strip() : "";
    boolean fits = !fact.isEmpty() && fact.length() <= LONGEST_FACT && CueHit.isVisible(fact);
    return fits ? fact : null;
  }
}
