package dev.empathy.research;

/**
 * A name that the author wrote, of a field or of something in a rubric.
 *
 * @param id the name
 * @param at where, for messages
 */
record Named(String id, Place at) {}
