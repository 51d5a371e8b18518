@NullMarked
package dev.empathy;

import org.jspecify.annotations.NullMarked;
