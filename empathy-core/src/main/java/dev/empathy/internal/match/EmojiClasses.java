package dev.empathy.internal.match;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Emoji and emoticons by the feeling that they are mostly used for, as the scanner folds them:
 * without skin tones and selectors. A table of the common ones; a rubric may list others itself.
 */
final class EmojiClasses {

  private static final Set<String> ANGRY =
      Set.of("😠", "😡", "🤬", "😤", "👿", "💢", "🖕", ">:(", ">:-(");

  private static final Set<String> SAD =
      Set.of(
          "😢", "😭", "😞", "😔", "🙁", "☹", "😟", "😿", "💔", "🥺", "😥", "😓", ":(", ":-(", ":'(",
          "=(", ":c");

  private static final Set<String> WORRIED = Set.of("😰", "😨", "😱", "😧", "😦", "😬", "😖", "😣");

  private static final Set<String> ANNOYED =
      Set.of(
          "🙄",
          "😒",
          "😑",
          "😐",
          "😩",
          "😫",
          "🤦",
          "🤦\u200D♀",
          "🤦\u200D♂",
          "👎",
          ":/",
          ":-/",
          ":|",
          "-_-");

  private static final Set<String> HAPPY =
      Set.of(
          "🙂", "😊", "😀", "😃", "😄", "😁", "😆", "☺", "🤗", "😎", "🎉", "🥳", "👍", "👏", "🙌",
          "✨", ":)", ":-)", ":D", ":-D", "=)", "=D", "^_^", "^^");

  private static final Set<String> LOVE =
      Set.of("😍", "🥰", "😘", "❤", "💕", "💖", "💗", "💙", "💚", "💛", "💜", "🧡", "♥", "<3");

  private static final Set<String> THANKS = Set.of("🙏", "🤝", "💐");

  /** The classes by the name that a phrase uses. */
  static final Map<String, Set<String>> ALL =
      new TreeMap<>(
          Map.of(
              "emoji-angry", ANGRY,
              "emoji-sad", SAD,
              "emoji-worried", WORRIED,
              "emoji-annoyed", ANNOYED,
              "emoji-happy", HAPPY,
              "emoji-love", LOVE,
              "emoji-thanks", THANKS,
              "emoji-negative", union(ANGRY, SAD, WORRIED, ANNOYED),
              "emoji-positive", union(HAPPY, LOVE, THANKS)));

  private EmojiClasses() {}

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    Set<String> all = new TreeSet<>();
    for (Set<String> set : sets) {
      all.addAll(set);
    }
    return all;
  }
}
