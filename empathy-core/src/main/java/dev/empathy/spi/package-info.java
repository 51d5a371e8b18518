/** Where code plugs in: what phrases and built-in measures cannot say. */
@NullMarked
package dev.empathy.spi;

import org.jspecify.annotations.NullMarked;
