/** Phrases in, one automaton out; tokens in, hits out. */
@NullMarked
package dev.empathy.internal.match;

import org.jspecify.annotations.NullMarked;
