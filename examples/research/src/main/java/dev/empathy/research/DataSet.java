package dev.empathy.research;

import dev.empathy.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of which files, and how a row becomes a message with what came before it.
 *
 * @param name the experiment's name for it
 * @param files a pattern under the folder of data
 * @param where what a row has to answer with yes
 * @param text the field of the message
 * @param role who wrote it
 * @param context what came before, or null where nothing is known of it
 */
record DataSet(
    Named name,
    Named files,
    List<Filter> where,
    Named text,
    Writer role,
    @Nullable Context context) {

  /** Who writes. */
  sealed interface Writer {}

  /** Always the same. */
  record Always(Role role) implements Writer {}

  /** What a field says. */
  record Said(Named field) implements Writer {}

  /** What came before a message. */
  sealed interface Context {}

  /** Fields, each a message of the other side. */
  record Fields(List<Named> fields) implements Context {}

  /**
   * A field whose lines begin with who speaks, as in {@code Ana: hello}; other lines go on.
   *
   * @param speakers who they are, by the name before the colon
   */
  record Lines(Named field, Map<String, Role> speakers) implements Context {}

  /** The rows before it in the file that have the same value in a field. */
  record Earlier(Named field) implements Context {}
}
