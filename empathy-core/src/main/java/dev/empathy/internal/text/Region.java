package dev.empathy.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message that is not its writer's words.
 *
 * @param kind what it is
 * @param start in UTF-16 units
 * @param end exclusive
 */
public record Region(Kind kind, int start, int end) {

  /**
   * The same parts in order and without overlap, as far as they lie in a text of this length. The
   * one that begins first counts, of those that begin together the longest; of the others, what it
   * leaves over.
   */
  static List<Region> disjoint(List<Region> regions, int length) {
    List<Region> sorted = new ArrayList<>(regions);
    sorted.sort(Comparator.comparingInt(Region::start).thenComparingInt(region -> -region.end()));
    List<Region> disjoint = new ArrayList<>(sorted.size());
    int taken = 0;
    for (Region region : sorted) {
      int start = Math.max(taken, region.start());
      int end = Math.min(length, region.end());
      if (start < end) {
        disjoint.add(new Region(region.kind(), start, end));
        taken = end;
      }
    }
    return disjoint;
  }

  /** What a region is. */
  public enum Kind {
    QUOTE,
    SIGNATURE,
    CODE,
    HTML,
    URL,
    EMAIL_ADDRESS,
    MENTION,
    PLACEHOLDER,
    REDACTED,
    /** Whatever else a caller knows not to be the writer's words. */
    OTHER;

    private static final Kind[] ALL = values();

    static Kind of(int ordinal) {
      return ALL[ordinal];
    }

    /** Its name for users, such as {@code email-address}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that name, or null. */
    public static @Nullable Kind named(String id) {
      for (Kind kind : values()) {
        if (kind.id().equals(id)) {
          return kind;
        }
      }
      return null;
    }

    /** All names, in order. */
    public static List<String> names() {
      return Arrays.stream(values()).map(Kind::id).toList();
    }
  }
}
