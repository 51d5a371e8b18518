/** Those who find phrases: ours and the rivals. */
@NullMarked
package dev.empathy.benchmarks.finders;

import org.jspecify.annotations.NullMarked;
