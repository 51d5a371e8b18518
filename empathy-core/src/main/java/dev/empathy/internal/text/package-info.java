/** From text to tokens with their original offsets. Knows no rubric. */
@NullMarked
package dev.empathy.internal.text;

import org.jspecify.annotations.NullMarked;
