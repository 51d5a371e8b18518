/** Text in, tokens out. */
@NullMarked
package dev.empathy.internal.text;

import org.jspecify.annotations.NullMarked;
