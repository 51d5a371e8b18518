package dev.empathy.spi;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The code that a rubric may name, and all of it: nothing is looked for on the class path.
 *
 * <pre>{@code
 * Extensions extensions = Extensions.NONE
 *     .withDetector("acme-request", new RequestDetector())
 *     .withSignal("acme-reading-ease", new ReadingEase());
 * EmpathyEngine engine = EmpathyEngine.compile(rubric, SelfTest.STRICT, extensions);
 * }</pre>
 *
 * <p>A name is lower-case letters, digits and dashes, begins with a letter and does not end with a
 * dash. One that begins with a word of your own never meets a name that a later version builds in.
 *
 * <p>Immutable, and as safe for threads as what is in it. To serialize an engine, everything in its
 * extensions must be {@link Serializable}; a lambda is if it is cast: {@code (CueDetector &
 * Serializable) (text, writer) -> …}.
 *
 * @param detectors detectors by name, in the order of the names
 * @param signals signals by name, in the order of the names
 */
public record Extensions(Map<String, CueDetector> detectors, Map<String, Signal> signals)
    implements Serializable {

  /** Nothing but what is built in. */
  public static final Extensions NONE = new Extensions(Map.of(), Map.of());

  /**
   * @throws IllegalArgumentException if a name is not well-formed
   */
  public Extensions {
    detectors = copy(detectors);
    signals = copy(signals);
  }

  /**
   * These extensions and one more detector.
   *
   * @throws IllegalArgumentException if the name is not well-formed or has a detector already
   */
  public Extensions withDetector(String name, CueDetector detector) {
    return new Extensions(with(detectors, name, detector), signals);
  }

  /**
   * These extensions and one more signal.
   *
   * @throws IllegalArgumentException if the name is not well-formed or has a signal already
   */
  public Extensions withSignal(String name, Signal signal) {
    return new Extensions(detectors, with(signals, name, signal));
  }

  private static <T> Map<String, T> with(Map<String, T> known, String name, T extension) {
    Map<String, T> more = new TreeMap<>(known);
    if (more.put(name, extension) != null) {
      throw new IllegalArgumentException("two extensions are named " + name);
    }
    return more;
  }

  private static <T> Map<String, T> copy(Map<String, T> extensions) {
    extensions.forEach(
        (name, extension) -> {
          if (!isName(name)) {
            throw new IllegalArgumentException(
                "a name is lower-case letters, digits and inner dashes, from a letter on: " + name);
          }
          Objects.requireNonNull(extension, name);
        });
    return Collections.unmodifiableMap(new TreeMap<>(extensions));
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && isLetter(name.charAt(0))
        && !name.endsWith("-")
        && name.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '-');
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  /** The names. */
  @Override
  public String toString() {
    return "Extensions[detectors " + detectors.keySet() + ", signals " + signals.keySet() + "]";
  }
}
