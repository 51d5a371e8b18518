package dev.empathy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that a command writes; what people wrote around it stays. */
final class GeneratedPart {

  private static final String BEGIN = "<!-- results: begin -->\n";
  private static final String END = "<!-- results: end -->\n";

  private GeneratedPart() {}

  /**
   * The page with this as its generated part; a new page where there is none.
   *
   * @throws Failure if there is a page without a place for it
   */
  static String into(Path file, String part) throws IOException {
    if (!Files.isRegularFile(file)) {
      return BEGIN + part + END;
    }
    String page = Files.readString(file);
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new Failure(
          file
              + " has no place for the results: add the lines "
              + BEGIN.strip()
              + " and "
              + END.strip());
    }
    return page.substring(0, begin + BEGIN.length()) + part + page.substring(end);
  }
}
