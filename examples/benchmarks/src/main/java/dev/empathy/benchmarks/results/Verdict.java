package dev.empathy.benchmarks.results;

/**
 * A goal and what became of it.
 *
 * @param id what it is called in {@code reasons.properties}
 * @param goal what was to be measured
 * @param must what must be reached
 * @param aim what would be better still
 * @param measured what it came to
 * @param met whether what must be reached was reached, or that it was not measured
 * @param aimMet the same of what would be better still
 */
public record Verdict(
    String id, String goal, String must, String aim, String measured, Met met, Met aimMet) {

  /** Whether something was reached. */
  public enum Met {
    YES,
    NO,
    UNKNOWN;

    static Met of(boolean known, boolean met) {
      return !known ? UNKNOWN : met ? YES : NO;
    }

    @Override
    public String toString() {
      return switch (this) {
        case YES -> "yes";
        case NO -> "no";
        case UNKNOWN -> "–";
      };
    }
  }
}
