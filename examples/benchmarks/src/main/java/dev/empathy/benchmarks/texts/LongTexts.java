package dev.empathy.benchmarks.texts;

import java.util.List;

/** Texts of any length. */
public final class LongTexts {

  /** Names, by its number, the shape that was found to be the worst. */
  public static final String WORST = "benchmarks.worst";

  /** What text has to be repeated to make the built-in rubric work hard. */
  public static final List<String> SHAPES =
      List.of(
          "sorry ",
          "I understand but ",
          "not ",
          "no no never ridiculous ",
          "I can see why ",
          "I can see why you the so very really that not ",
          "I'm so sorry for the delay. ",
          "I'm so sorry for the delay I can see why you are so very frustrated and I will ",
          "I'm so sorry for the delay. I can see why you are furious, but! ",
          "you have to you should have you need to if you would have ",
          "we will get it to you as soon as we can by the end of the day ",
          "so so very really just not that I will you can be ",
          "a ",
          "\uD83D\uDE21 ",
          "sooooo ",
          "AAAA ",
          "!? ",
          "a\n\n",
          "$5 12:30 http://a.b ");

  private LongTexts() {}

  /** The shape that was found to be the worst. */
  public static String worst() {
    return SHAPES.get(Integer.getInteger(WORST, 5));
  }

  /** Pieces one after another, until there are so many words. */
  public static String of(String[] pieces, int words) {
    StringBuilder text = new StringBuilder();
    int counted = 0;
    for (int i = 0; counted < words; i = (i + 1) % pieces.length) {
      String piece = pieces[i];
      text.append(piece);
      if (!Character.isWhitespace(piece.charAt(piece.length() - 1))) {
        text.append(' ');
      }
      counted += words(piece);
    }
    return text.toString();
  }

  /** How many words stand between white space. */
  public static int words(String piece) {
    int words = 0;
    boolean within = false;
    for (int i = 0; i < piece.length(); i++) {
      boolean space = Character.isWhitespace(piece.charAt(i));
      words += within || space ? 0 : 1;
      within = !space;
    }
    return words;
  }
}
