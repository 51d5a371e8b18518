/** The questions, one class each, and the program that asks them all. */
@NullMarked
package dev.empathy.benchmarks;

import org.jspecify.annotations.NullMarked;
