package dev.empathy.benchmarks.languagetool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.languagetool.JLanguageTool;
import org.languagetool.Language;
import org.languagetool.Languages;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;
import org.languagetool.rules.patterns.PatternRule;
import org.languagetool.rules.patterns.PatternToken;

/**
 * Finds phrases as LanguageTool's pattern rules, one each, and nothing else. It is reached from
 * another class path, so that only types of the JDK stand in its signatures.
 */
public final class LanguageToolSpans implements Function<String, int[]> {

  private final JLanguageTool tool;

  /**
   * @param phrases words in lower case, with one space between them
   */
  public LanguageToolSpans(List<String> phrases) {
    Language english = Languages.getLanguageForShortCode("en-US");
    tool = new JLanguageTool(english);
    tool.disableRules(tool.getAllRules().stream().map(Rule::getId).toList());
    for (int i = 0; i < phrases.size(); i++) {
      tool.addRule(rule(i, phrases.get(i), english));
    }
  }

  private static PatternRule rule(int number, String phrase, Language language) {
    List<PatternToken> tokens = new ArrayList<>();
    for (String word : language.getWordTokenizer().tokenize(phrase)) {
      if (!word.isBlank()) {
        tokens.add(new PatternToken(word, false, false, false));
      }
    }
    return new PatternRule("PHRASE_" + number, language, tokens, phrase, phrase, phrase);
  }

  /** The spans in a text, as pairs of start and end in UTF-16 units. */
  @Override
  public int[] apply(String text) {
    try {
      List<RuleMatch> matches = tool.check(text);
      int[] spans = new int[2 * matches.size()];
      for (int i = 0; i < matches.size(); i++) {
        spans[2 * i] = matches.get(i).getFromPos();
        spans[2 * i + 1] = matches.get(i).getToPos();
      }
      return spans;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
