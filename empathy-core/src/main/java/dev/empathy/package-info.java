/** Compile a rubric, assess messages, read the assessment. */
@NullMarked
package dev.empathy;

import org.jspecify.annotations.NullMarked;
