package dev.empathy;

import dev.empathy.internal.text.Region.Kind;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message as somebody wrote it. Its {@code toString} never shows the text.
 *
 * @param role who wrote it
 * @param text what; any text, broken surrogates included
 * @param id the caller's name for it, or null
 * @param at when it begins; null where that is not known. Of a written message that is when it was
 *     sent
 * @param until when it ends, as of something said on a call; null where that is not known
 * @param regions parts of the text that the caller knows not to be the writer's words; they go
 *     before those that are found in it
 */
public record Message(
    Role role,
    String text,
    @Nullable String id,
    @Nullable Instant at,
    @Nullable Instant until,
    List<Region> regions)
    implements Serializable {

  /**
   * A part of a message that is not its writer's words. It stays where it is and is not matched.
   *
   * <p>A {@code url}, an {@code email-address}, a {@code mention}, a {@code placeholder} and what
   * is {@code redacted} stand in the writer's sentence as one word of their kind; {@code html} is
   * passed over; the others end a sentence. Where regions overlap, the one that begins first counts
   * (of those that begin together the longest), and of the others what it leaves over.
   *
   * @param kind {@code quote}, {@code signature}, {@code code}, {@code html}, {@code url}, {@code
   *     email-address}, {@code mention}, {@code placeholder}, {@code redacted}, or {@code other}
   *     for anything else, such as a disclaimer
   * @param start in UTF-16 units, from 0, as {@link String#substring(int, int)} counts
   * @param end in UTF-16 units, exclusive, above {@code start}
   */
  public record Region(String kind, int start, int end) implements Serializable {

    /**
     * @throws IllegalArgumentException if there is no such kind, or the part is empty or begins
     *     before 0
     */
    public Region {
      if (Kind.named(kind) == null) {
        throw new IllegalArgumentException(
            "a region's kind is one of " + String.join(", ", Kind.names()) + ", not " + kind);
      }
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("no region: [" + start + "," + end + ")");
      }
    }
  }

  /**
   * @throws IllegalArgumentException if a region reaches beyond the text, or begins or ends within
   *     a surrogate pair
   */
  public Message {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(text, "text");
    regions = List.copyOf(regions);
    for (Region region : regions) {
      check(region, text);
    }
  }

  private static void check(Region region, String text) {
    String where = "the region [" + region.start() + "," + region.end() + ")";
    if (region.end() > text.length()) {
      throw new IllegalArgumentException(
          where + " reaches beyond a text of " + text.length() + " UTF-16 units");
    }
    if (splits(text, region.start()) || splits(text, region.end())) {
      throw new IllegalArgumentException(where + " begins or ends within a surrogate pair");
    }
  }

  private static boolean splits(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  public static Message of(Role role, String text) {
    return new Message(role, text, null, null, null, List.of());
  }

  public static Message customer(String text) {
    return of(Role.CUSTOMER, text);
  }

  public static Message agent(String text) {
    return of(Role.AGENT, text);
  }

  public static Message bot(String text) {
    return of(Role.BOT, text);
  }

  public static Message supervisor(String text) {
    return of(Role.SUPERVISOR, text);
  }

  public static Message system(String text) {
    return of(Role.SYSTEM, text);
  }

  /** The same message under the caller's name for it. */
  public Message withId(String id) {
    return new Message(role, text, id, at, until, regions);
  }

  /** The same message, begun (or sent) at this time. */
  public Message withTime(Instant at) {
    return new Message(role, text, id, at, until, regions);
  }

  /** The same message, ended at this time. */
  public Message withEnd(Instant until) {
    return new Message(role, text, id, at, until, regions);
  }

  /**
   * The same message, of which these parts are not its writer's words.
   *
   * @throws IllegalArgumentException if a region reaches beyond the text, or begins or ends within
   *     a surrogate pair
   */
  public Message withRegions(List<Region> regions) {
    return new Message(role, text, id, at, until, regions);
  }

  @Override
  public String toString() {
    return "Message[" + role + ", " + text.length() + " characters]";
  }
}
