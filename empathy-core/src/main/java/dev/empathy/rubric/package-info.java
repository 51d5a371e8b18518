@NullMarked
package dev.empathy.rubric;

import org.jspecify.annotations.NullMarked;
