/**
 * Measures how well a rubric agrees with people. An {@link dev.empathy.research.Experiment} says
 * which data to read, what of an assessment to hold against which label, and by what measure.
 */
@NullMarked
package dev.empathy.research;

import org.jspecify.annotations.NullMarked;
