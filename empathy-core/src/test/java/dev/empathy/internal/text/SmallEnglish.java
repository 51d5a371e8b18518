package dev.empathy.internal.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** As much English as tests of the scanner and the matcher need, and how they show tokens. */
public final class SmallEnglish {

  /** Written form → the words it stands for. */
  public static final Map<String, String> CLITICS = clitics();

  /** Words whose full stop ends no sentence. */
  public static final Set<String> ABBREVIATIONS = Set.of("dr", "mr", "mrs", "ms", "no", "etc");

  private static final Language LANGUAGE = new Language(CLITICS, ABBREVIATIONS);

  private static final Scanner SCANNER = new Scanner(LANGUAGE, Vocabulary.EMPTY);

  private SmallEnglish() {}

  private static Map<String, String> clitics() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("can't", "can not");
    all.put("cannot", "can not");
    all.put("won't", "will not");
    for (String closed :
        List.of(
            "im=I am",
            "ive=I have",
            "youre=you are",
            "youve=you have",
            "theyre=they are",
            "cant=can not",
            "wont=will not",
            "thats=that is | that has",
            "whats=what is | what has")) {
      all.put(closed.substring(0, closed.indexOf('=')), closed.substring(closed.indexOf('=') + 1));
    }
    for (String verb :
        List.of(
            "do", "does", "did", "is", "are", "was", "were", "could", "should", "would", "have",
            "has", "had")) {
      all.put(verb + "nt", verb + " not");
    }
    all.put("n't", "not");
    all.put("'m", "am");
    all.put("'re", "are");
    all.put("'ve", "have");
    all.put("'ll", "will");
    all.put("'s", "is | has");
    all.put("'d", "would | had");
    return all;
  }

  /** A scanner that knows no vocabulary. */
  static Scanner scanner() {
    return SCANNER;
  }

  static Language language() {
    return LANGUAGE;
  }

  /** The tokens with their forms. */
  public static Tokens tokens(String text) {
    return SCANNER.scanForms(text);
  }

  /** The folded forms with a space between. */
  static String forms(String text) {
    Tokens tokens = tokens(text);
    StringJoiner forms = new StringJoiner(" ");
    for (int token = 0; token < tokens.size(); token++) {
      forms.add(tokens.form(token));
    }
    return forms.toString();
  }

  /** Each token as kind and what was written. */
  static String kinds(String text) {
    Tokens tokens = tokens(text);
    StringJoiner kinds = new StringJoiner(" ");
    for (int token = 0; token < tokens.size(); token++) {
      kinds.add(tokens.kind(token) + ":" + slice(tokens, token));
    }
    return kinds.toString();
  }

  /** What was written, a bar between sentences; a written word stands once. */
  static String sentences(String text, boolean chat) {
    Tokens tokens = SCANNER.scan(text, chat);
    StringBuilder out = new StringBuilder();
    for (int token = 0; token < tokens.size(); token++) {
      if (token > 0 && tokens.start(token) == tokens.start(token - 1)) {
        continue;
      }
      if (token > 0) {
        out.append(tokens.opensSentence(token) ? " | " : " ");
      }
      out.append(slice(tokens, token));
    }
    return out.toString();
  }

  /** Each masked part as kind and what was written. */
  static String regions(String text) {
    StringJoiner out = new StringJoiner(" ");
    for (Region region : tokens(text).regions()) {
      out.add(region.kind() + ":" + text.substring(region.start(), region.end()));
    }
    return out.toString();
  }

  static String slice(Tokens tokens, int token) {
    return tokens.text().substring(tokens.start(token), tokens.end(token));
  }
}
