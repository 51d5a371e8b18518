package dev.empathy;

import dev.empathy.internal.text.Region;
import dev.empathy.internal.text.Tokens;

/** A message's text without what its writer only quoted, as long as it was. */
final class OwnWords {

  private OwnWords() {}

  static String of(Tokens tokens) {
    StringBuilder blanked = null;
    for (Region region : tokens.regions()) {
      if (isForeign(region.kind())) {
        blanked = blanked == null ? new StringBuilder(tokens.text()) : blanked;
        blank(blanked, region);
      }
    }
    return blanked == null ? tokens.text() : blanked.toString();
  }

  /** The other kinds stand in the writer's sentences, as words of a kind of their own. */
  private static boolean isForeign(Region.Kind kind) {
    return switch (kind) {
      case QUOTE, SIGNATURE, CODE, HTML, OTHER -> true;
      case URL, EMAIL_ADDRESS, MENTION, PLACEHOLDER, REDACTED -> false;
    };
  }

  /** Lines stay lines. */
  private static void blank(StringBuilder text, Region region) {
    for (int i = region.start(); i < region.end(); i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        text.setCharAt(i, ' ');
      }
    }
  }
}
