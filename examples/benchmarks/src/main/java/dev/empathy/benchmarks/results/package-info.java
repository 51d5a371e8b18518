/** From the figures of a run to a page. */
@NullMarked
package dev.empathy.benchmarks.results;

import org.jspecify.annotations.NullMarked;
