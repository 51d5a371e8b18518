package dev.empathy.rubric;

import java.io.Serializable;
import java.util.Objects;

/**
 * A place in a rubric file.
 *
 * @param file the name of the file as the author knows it, or {@code "code"} where no file was read
 * @param line the line, from 1
 * @param column the column in UTF-16 units, from 1
 */
public record Location(String file, int line, int column)
    implements Comparable<Location>, Serializable {

  /** Where a rubric was built by a program and has no file. */
  public static final Location CODE = new Location("code", 1, 1);

  public Location {
    Objects.requireNonNull(file, "file");
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("line and column count from 1: " + line + ":" + column);
    }
  }

  /** The place {@code columns} UTF-16 units further to the right on the same line. */
  public Location plus(int columns) {
    return columns == 0 ? this : new Location(file, line, column + columns);
  }

  @Override
  public int compareTo(Location other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
