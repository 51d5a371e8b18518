/** A rubric as data: records and sealed types, locations and issues. Knows nobody. */
@NullMarked
package dev.empathy.rubric;

import org.jspecify.annotations.NullMarked;
