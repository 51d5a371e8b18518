package dev.empathy.benchmarks.finders;

import dev.empathy.benchmarks.texts.FoldedText;
import dev.empathy.benchmarks.texts.Spans;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.tokensregex.MultiPatternMatcher;
import edu.stanford.nlp.ling.tokensregex.SequenceMatchResult;
import edu.stanford.nlp.ling.tokensregex.TokenSequencePattern;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** TokensRegex of CoreNLP: a pattern each, tried together over words that we split for it. */
public final class TokensRegexFinder implements PhraseFinder {

  private final FoldedText folded = new FoldedText();
  private final MultiPatternMatcher<CoreMap> matcher;

  public TokensRegexFinder(List<String> phrases) {
    matcher =
        TokenSequencePattern.getMultiPatternMatcher(
            phrases.stream()
                .map(TokensRegexFinder::pattern)
                .map(TokenSequencePattern::compile)
                .toList());
  }

  private static String pattern(String phrase) {
    return Stream.of(phrase.split(" "))
        .map(word -> "[{word:\"" + word + "\"}]")
        .collect(Collectors.joining(" "));
  }

  @Override
  public void find(String text, Spans found) {
    List<CoreLabel> words = words(folded.fold(text));
    for (SequenceMatchResult<CoreMap> match : matcher.findNonOverlapping(words)) {
      found.add(words.get(match.start()).beginPosition(), words.get(match.end() - 1).endPosition());
    }
  }

  private static List<CoreLabel> words(FoldedText text) {
    List<CoreLabel> words = new ArrayList<>();
    for (int start = 0; start < text.length(); start++) {
      if (text.beginsWord(start)) {
        int end = start + 1;
        while (!text.isWhole(start, end)) {
          end++;
        }
        words.add(word(text, start, end));
        start = end - 1;
      }
    }
    return words;
  }

  private static CoreLabel word(FoldedText text, int start, int end) {
    CoreLabel word = new CoreLabel();
    word.setWord(text.subSequence(start, end).toString());
    word.setBeginPosition(start);
    word.setEndPosition(end);
    return word;
  }
}
