/** From phrases to hits, in one pass over the tokens. Knows no score. */
@NullMarked
package dev.empathy.internal.match;

import org.jspecify.annotations.NullMarked;
