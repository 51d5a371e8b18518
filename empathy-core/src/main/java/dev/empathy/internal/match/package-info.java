@NullMarked
package dev.empathy.internal.match;

import org.jspecify.annotations.NullMarked;
