/** The command {@code empathy}. */
@NullMarked
package dev.empathy.cli;

import org.jspecify.annotations.NullMarked;
