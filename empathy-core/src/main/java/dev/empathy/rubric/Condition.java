package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a rule or a route asks of a conversation; true, false or unknown (Kleene's logic). */
public sealed interface Condition extends Serializable {

  /** Where it stands. */
  Location at();

  /** Which turn a condition looks at. */
  enum Turn {
    /** The turn that is judged. */
    THIS,
    /** The nearest earlier turn of the side in question. */
    PREVIOUS,
    /** The last three earlier turns of that side. */
    LAST_3,
    /** The first turn of that side. */
    FIRST,
    /** The first two turns of that side. */
    FIRST_2,
    /** All earlier turns and this one. */
    ANY
  }

  /** What a count is measured against. */
  enum Per {
    /** The turn as a whole. */
    MESSAGE,
    /** Each sentence alone. */
    SENTENCE,
    /** A hundred words, or the turn where that is shorter. */
    HUNDRED_WORDS,
    /** Everything said so far. */
    CONVERSATION
  }

  /** Where in the turn a hit must stand. */
  enum Position {
    /** In the first 20 words. */
    OPENING,
    /** In the last 20 words. */
    CLOSING,
    /** In the first sentence. */
    FIRST_SENTENCE,
    /** In the last sentence. */
    LAST_SENTENCE
  }

  /**
   * How many.
   *
   * @param number the number; ignored where a cue is named
   * @param countOf the cue whose hits give the number, or null
   */
  record Amount(int number, @Nullable Text countOf) implements Serializable {

    public Amount {
      if (number < 0) {
        throw new IllegalArgumentException("a count is not negative: " + number);
      }
    }

    public static Amount of(int number) {
      return new Amount(number, null);
    }
  }

  /** What a distance is measured in. */
  enum Unit {
    /** Sentences of one turn. */
    SENTENCES(0),
    /** Seconds of the conversation's time. */
    SECONDS(1),
    /** Minutes of it. */
    MINUTES(60),
    /** Hours of it. */
    HOURS(3600);

    private final int seconds;

    Unit(int seconds) {
      this.seconds = seconds;
    }

    /** How many seconds it has; 0 where it is no time. */
    public int seconds() {
      return seconds;
    }
  }

  /**
   * Nearness of two cues, in either direction, or of a cue and the conversation's start. A distance
   * in time is that between the beginnings of two messages.
   *
   * @param number how far apart at most
   * @param unit of what
   * @param of the other cue; null for the conversation's start, which goes with a time only
   */
  record Within(int number, Unit unit, @Nullable Text of) implements Serializable {

    public Within {
      Objects.requireNonNull(unit, "unit");
      if (of == null && unit == Unit.SENTENCES) {
        throw new IllegalArgumentException("how far a start is away is measured in time");
      }
    }

    /** Whether it is a distance in time. */
    public boolean isTime() {
      return unit != Unit.SENTENCES;
    }
  }

  /**
   * The same thing named by two cues.
   *
   * @param capture the word list or phrase that both captured; of a list, the same entry
   * @param as the other cue
   */
  record Same(Text capture, Text as) implements Serializable {

    /** Whether the other asks for the same, wherever it stands. */
    public boolean isLike(Same other) {
      return capture.value().equals(other.capture.value()) && as.value().equals(other.as.value());
    }
  }

  /**
   * A cue is there, so often and in this place. {@code missing} turns the answer round.
   *
   * @param at where it stands
   * @param cue the cue
   * @param missing whether the answer is negated
   * @param atLeast at least so many, 1 where no count is given
   * @param atMost at most so many, or null
   * @param exactly exactly so many, or null
   * @param per what the count is measured against
   * @param turn which turn is looked at
   * @param position where in it, or null for anywhere
   * @param before a cue that must not come first, or null; holds where that cue is absent
   * @param after a cue that must come first, or null
   * @param within nearness to another cue or to the start, or null
   * @param same sameness with another cue, or null
   */
  record CueCondition(
      Location at,
      Text cue,
      boolean missing,
      @Nullable Amount atLeast,
      @Nullable Amount atMost,
      @Nullable Amount exactly,
      Per per,
      Turn turn,
      @Nullable Position position,
      @Nullable Text before,
      @Nullable Text after,
      @Nullable Within within,
      @Nullable Same same)
      implements Condition {

    public CueCondition {
      Objects.requireNonNull(cue, "cue");
      Objects.requireNonNull(per, "per");
      Objects.requireNonNull(turn, "turn");
      if (atLeast == null && atMost == null && exactly == null) {
        atLeast = Amount.of(1);
      }
    }

    /** The cue is there, in the judged turn. */
    public static CueCondition of(String cue) {
      return new CueCondition(
          Location.CODE,
          Text.of(cue),
          false,
          null,
          null,
          null,
          Per.MESSAGE,
          Turn.THIS,
          null,
          null,
          null,
          null,
          null);
    }
  }

  /**
   * An emotion is there.
   *
   * @param at where it stands
   * @param emotion the emotion, or null for any
   * @param atLeast the least strength, 0..1; any strength above 0 where null
   * @param turn which turn is looked at
   * @param rising whether the customer's last turn must be stronger than the one before by 0.15
   * @param familyOf only emotions of this family, or null
   */
  record EmotionCondition(
      Location at,
      @Nullable Text emotion,
      @Nullable Double atLeast,
      Turn turn,
      boolean rising,
      @Nullable Text familyOf)
      implements Condition {

    public EmotionCondition {
      Checks.unit(atLeast, "at-least");
    }
  }

  /**
   * A measured property of a turn lies in a range.
   *
   * @param at where it stands
   * @param signal its name
   * @param below less than this, or null
   * @param above more than this, or null
   * @param low at least this (of {@code between}), or null
   * @param high at most this (of {@code between}), or null
   * @param turn which turn is measured
   */
  record SignalCondition(
      Location at,
      Text signal,
      @Nullable Double below,
      @Nullable Double above,
      @Nullable Double low,
      @Nullable Double high,
      Turn turn)
      implements Condition {}

  /**
   * A fact that the caller gave. Unknown where it was not given, but for {@code present}; and where
   * a number is asked for and the value is none.
   *
   * @param at where it stands
   * @param fact its name
   * @param is this value, or null
   * @param isNot not this value, or null
   * @param in one of these, or empty
   * @param atLeast a number, and at least this, or null
   * @param atMost a number, and at most this, or null
   * @param present whether it must be given, or null
   */
  record FactCondition(
      Location at,
      Text fact,
      @Nullable String is,
      @Nullable String isNot,
      List<String> in,
      @Nullable Double atLeast,
      @Nullable Double atMost,
      @Nullable Boolean present)
      implements Condition {

    public FactCondition {
      in = List.copyOf(in);
    }
  }

  /**
   * Another rule's outcome. Unknown where that rule is unknown.
   *
   * @param at where it stands
   * @param rule the other rule
   * @param is the outcome it must have; not {@link Outcome#UNKNOWN}
   */
  record RuleCondition(Location at, Text rule, Outcome is) implements Condition {}

  /**
   * All of these.
   *
   * @param at where it stands
   * @param conditions at least one
   */
  record All(Location at, List<Condition> conditions) implements Condition {

    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * At least {@code atLeast} of these; {@code any} is one.
   *
   * @param at where it stands
   * @param atLeast how many
   * @param conditions at least one
   */
  record AtLeastOf(Location at, int atLeast, List<Condition> conditions) implements Condition {

    public AtLeastOf {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * None of these.
   *
   * @param at where it stands
   * @param conditions at least one
   */
  record None(Location at, List<Condition> conditions) implements Condition {

    public None {
      conditions = List.copyOf(conditions);
    }
  }
}
