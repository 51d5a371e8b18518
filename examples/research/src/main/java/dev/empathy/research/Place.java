package dev.empathy.research;

import dev.empathy.rubric.Location;

/**
 * Where something stands in the experiment's file.
 *
 * @param at its first character
 * @param length how many UTF-16 units of that line it takes
 */
record Place(Location at, int length) {}
