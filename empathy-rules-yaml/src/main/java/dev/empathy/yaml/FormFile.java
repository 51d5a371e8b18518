package dev.empathy.yaml;

import dev.empathy.yaml.Tree.Entries;

/**
 * A file that was read and checked for its form.
 *
 * @param source its text
 * @param bytes its content
 * @param map its keys, checked
 */
record FormFile(SourceText source, byte[] bytes, Entries map) {}
