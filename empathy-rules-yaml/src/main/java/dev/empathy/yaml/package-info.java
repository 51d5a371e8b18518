/** Reads rubrics from YAML and gives the built-in ones. */
@NullMarked
package dev.empathy.yaml;

import org.jspecify.annotations.NullMarked;
