/** The least that has to be done to a text; nobody is faster. */
@NullMarked
package dev.empathy.benchmarks.floors;

import org.jspecify.annotations.NullMarked;
