package dev.empathy.spi;

import java.util.List;

/**
 * Measures a turn. A condition of a rubric names it under {@code signal:}; an assessment shows the
 * value for its message among the {@code signals}.
 *
 * <p>It must be a pure function of its argument (the same texts, the same value, on every machine:
 * {@link StrictMath} rather than {@link Math} for anything beyond arithmetic) and safe for use by
 * any number of threads at once. It may be asked several times for one turn, and should take time
 * in proportion to the texts, which may be long and may be anything.
 *
 * <p>NaN says that the value is not known, as where there is nothing to measure: conditions that
 * look at it are <em>unknown</em> then. So they are where a signal fails: by throwing, or by a
 * value that is infinite.
 */
@FunctionalInterface
public interface Signal {

  /**
   * The value for one turn, in the signal's own unit.
   *
   * @param texts the turn's messages in order, one or more. What their writer only quoted (earlier
   *     mail, signatures, code, HTML) is blanked out with spaces
   * @return a finite value, or NaN where it is not known
   */
  double measure(List<String> texts);
}
