package dev.empathy.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at a place of a rubric: the one description of the language's form. The check of a
 * file, the merging of files and the schema for editors all read it.
 */
sealed interface Shape {

  /** A text of some kind. */
  record Value(Kind kind) implements Shape {}

  /**
   * A list.
   *
   * @param least how many items it has at least
   * @param most how many at most
   */
  record ListOf(Shape item, int least, int most) implements Shape {}

  /**
   * A map whose keys the author chooses.
   *
   * @param names what the keys are
   * @param value what each holds
   * @param edits how a file that extends another may change a list in it
   */
  record MapOf(Kind names, Shape value, Edits edits) implements Shape {}

  /**
   * A map with known keys.
   *
   * @param what what it is, for messages
   * @param keys its keys
   * @param rest what other keys hold, or null where there are no others
   * @param needs groups of keys; of each group at least one must be there
   * @param merges whether a file that extends another may give a part of it
   */
  record Keys(
      String what, List<Key> keys, @Nullable Shape rest, List<List<String>> needs, boolean merges)
      implements Shape {

    public Keys {
      keys = List.copyOf(keys);
      needs = List.copyOf(needs);
    }

    @Nullable Key key(String name) {
      return keys.stream().filter(key -> key.name().equals(name)).findFirst().orElse(null);
    }

    List<String> names() {
      return keys.stream().map(Key::name).toList();
    }

    /** The same, but one of these must be there. */
    Keys needing(String... anyOf) {
      List<List<String>> more = new ArrayList<>(needs);
      more.add(List.of(anyOf));
      return new Keys(what, keys, rest, more, merges);
    }

    /** The same, but a file that extends another may give a part of it. */
    Keys merging() {
      return new Keys(what, keys, rest, needs, true);
    }

    /** The same, and other keys too. */
    Keys with(Shape others) {
      return new Keys(what, keys, others, needs, merges);
    }
  }

  /**
   * One of several, told apart by text, list or map.
   *
   * @param what all of them, for messages
   */
  record Either(String what, List<Shape> options) implements Shape {}

  /**
   * A map of which one key is mostly all: what stands there in its place is taken for that key's.
   *
   * @param what the short form and the long one, for messages
   * @param keys the map
   * @param key the name of that key
   */
  record Shorthand(String what, Keys keys, String key) implements Shape {

    /** What that key holds. */
    Shape held() {
      return Objects.requireNonNull(keys.key(key)).shape();
    }
  }

  /** A map whose kind one of its keys tells: a condition. */
  record Choice(String what, List<Variant> variants) implements Shape {

    List<String> heads() {
      return variants.stream().flatMap(variant -> variant.heads().stream()).toList();
    }
  }

  /**
   * One kind of a {@link Choice}.
   *
   * @param heads the keys that tell it
   * @param together whether several of them may stand together
   */
  record Variant(List<String> heads, boolean together, Keys keys) {}

  /** A shape that holds itself. */
  record Lazy(Supplier<Shape> shape) implements Shape {}

  /**
   * A key of a map.
   *
   * @param edits how a file that extends another may change the list under it
   * @param appends whether a list under it is added to the inherited one
   * @param about one sentence on what it means
   */
  record Key(String name, Shape shape, Edits edits, boolean appends, String about) {

    static Key of(String name, Shape shape, String about) {
      return new Key(name, shape, Edits.NONE, false, about);
    }

    Key edits(Edits edits) {
      return new Key(name, shape, edits, appends, about);
    }

    Key appending() {
      return new Key(name, shape, edits, true, about);
    }
  }

  /** How a list may be changed by {@code key+} and {@code key-}. */
  enum Edits {
    NONE,
    ADD,
    ADD_AND_REMOVE;

    boolean allows(Edit edit) {
      return this == ADD_AND_REMOVE || this == ADD && edit == Edit.ADD;
    }
  }

  /** What the last character of a key says. */
  enum Edit {
    ADD("+"),
    REMOVE("-");

    private final String sign;

    Edit(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    /** What is added has the list's own shape; what is removed is named by its text. */
    Shape takes(Shape list) {
      Shape added = list instanceof Shorthand shorthand ? shorthand.held() : list;
      return this == REMOVE ? Shapes.TEXTS : added;
    }

    /** One sentence on what the edit of a key does. */
    String about(Key key) {
      return this == REMOVE
          ? "Taken from what is inherited as " + key.name() + "."
          : "Added to what is inherited as " + key.name() + ".";
    }

    /** The edit that a key asks for, or null for none. */
    static @Nullable Edit of(String key) {
      if (key.length() < 2) {
        return null;
      }
      return key.endsWith("+") ? ADD : key.endsWith("-") ? REMOVE : null;
    }

    /** The key without its sign. */
    static String base(String key) {
      return of(key) == null ? key : key.substring(0, key.length() - 1);
    }
  }

  /** The shape that a checked tree has: a short form is written out. */
  default Shape written() {
    return this instanceof Shorthand shorthand ? shorthand.keys() : this;
  }

  static Shape unwrap(Shape shape) {
    return shape instanceof Lazy lazy ? lazy.shape().get() : shape;
  }
}
