package dev.empathy;

import dev.empathy.rubric.Condition.Within;
import dev.empathy.rubric.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether messages are near in time to the conversation's start, or to where a cue was found. What
 * a message is held against is gathered once.
 */
final class Near {

  private final Scene scene;
  private final Duration most;

  /** The cue's number, or -1 for the start. */
  private final int cue;

  private final List<Moments.OfCue> found;

  /**
   * @param within a distance in time
   * @param scene what came before
   */
  Near(Within within, Scene scene) {
    this.scene = scene;
    this.most = Duration.ofSeconds((long) within.number() * within.unit().seconds());
    Text of = within.of();
    this.cue = of == null ? -1 : scene.program().cue(of.value()).index();
    this.found =
        of == null
            ? List.of()
            : List.of(
                scene.memory().moments().before(cue, scene.earlier()),
                Moments.in(cue, scene.judged()));
  }

  Truth holds(Analysis message) {
    return cue < 0 ? isNearStart(message) : isNearCue(message);
  }

  private Truth isNearStart(Analysis message) {
    if (!scene.historyGiven()) {
      return Truth.UNKNOWN;
    }
    Instant start = scene.first().message().at();
    Instant at = message.message().at();
    if (message.index() == scene.first().index()) {
      return Truth.TRUE;
    }
    return start == null || at == null ? Truth.UNKNOWN : Truth.of(isNear(start, at));
  }

  private Truth isNearCue(Analysis message) {
    if (!scene.judged().current(message).hits(cue).isEmpty()) {
      return Truth.TRUE;
    }
    Instant at = message.message().at();
    boolean open = !scene.historyGiven();
    for (Moments.OfCue one : found) {
      if (at != null && isNearOne(one.times(), at)) {
        return Truth.TRUE;
      }
      open |= one.isPartial() || one.untimed() != null || (at == null && one.isFound());
    }
    return open ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** The times rise, so halving finds the first that is not too early. */
  private boolean isNearOne(List<Instant> times, Instant at) {
    int low = 0;
    int high = times.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Instant time = times.get(middle);
      if (time.isBefore(at) && !isNear(time, at)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < times.size() && isNear(times.get(low), at);
  }

  private boolean isNear(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(most) <= 0;
  }

  /** What is not known of a message whose nearness is unknown, or null where it cannot be told. */
  @Nullable String unknown(Analysis message) {
    if (!scene.historyGiven()) {
      return null;
    }
    for (Moments.OfCue one : found) {
      if (one.fault() != null) {
        return one.fault();
      }
    }
    boolean asked = cue < 0 || found.stream().anyMatch(Moments.OfCue::isFound);
    if (asked && message.message().at() == null) {
      return untimed(message);
    }
    for (Moments.OfCue one : found) {
      if (one.untimed() != null) {
        return untimed(Objects.requireNonNull(one.untimed()));
      }
    }
    return cue < 0 ? untimed(scene.first()) : null;
  }

  /** What is said of a message whose time was not given. */
  static String untimed(Analysis message) {
    return "the time of message " + message.index() + " is not known";
  }
}
