package dev.empathy.yaml;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file before it was read.
 *
 * @param name its name as the author knows it
 * @param identity what two ways to the same file have in common
 * @param path where it lies, absolute; null for what comes from the jar or from a reader
 * @param bytes its content
 */
record RubricFile(String name, String identity, @Nullable Path path, byte[] bytes) {}
