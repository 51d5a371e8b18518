package dev.empathy.yaml;

import dev.empathy.rubric.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What YAML is to us: texts, lists and maps with their places. Nothing is typed by YAML. */
sealed interface Tree {

  /** The place of the first character of the content. */
  Location at();

  /** How many UTF-16 units of its first line it takes. */
  int length();

  /** What it is, in an author's words. */
  String kind();

  /**
   * A text.
   *
   * @param text what the author wrote, quotes and escapes resolved
   * @param plain whether it stands without quotes
   * @param suspect what makes it doubtful that the author meant this text, or null
   */
  record Scalar(String text, Location at, int length, boolean plain, @Nullable Suspect suspect)
      implements Tree {

    /** A text that stands in no file by itself, at the place it was derived from. */
    static Scalar derived(String text, Tree from) {
      return new Scalar(text, from.at(), from.length(), false, null);
    }

    /** Whether there is a key and nothing after it. */
    boolean absent() {
      return plain && text.isEmpty();
    }

    @Override
    public String kind() {
      return absent() ? "nothing" : "a text";
    }
  }

  /**
   * A place in a text without quotes at which YAML hardly read what was meant.
   *
   * @param comment whether a comment begins there; else it is a dash that became part of the text
   */
  record Suspect(Location at, boolean comment) {}

  /** A list. */
  record Items(List<Tree> items, Location at, int length) implements Tree {

    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A map, in the order in which it was written. */
  record Entries(List<Entry> entries, Location at, int length) implements Tree {

    public Entries {
      entries = List.copyOf(entries);
    }

    @Nullable Tree get(String key) {
      Entry entry = entry(key);
      return entry == null ? null : entry.value();
    }

    @Nullable Entry entry(String key) {
      for (Entry entry : entries) {
        if (entry.name().equals(key)) {
          return entry;
        }
      }
      return null;
    }

    boolean has(String key) {
      return entry(key) != null;
    }

    List<String> names() {
      return entries.stream().map(Entry::name).toList();
    }

    @Override
    public String kind() {
      return "a map (name: value)";
    }
  }

  /**
   * What was already reported as a fault. It stands in its place so that nobody reports it as
   * missing as well.
   */
  record Broken(Location at, int length) implements Tree {

    static Broken of(Tree tree) {
      return new Broken(tree.at(), tree.length());
    }

    @Override
    public String kind() {
      return "a fault";
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, Tree value) {

    String name() {
      return key.text();
    }
  }
}
