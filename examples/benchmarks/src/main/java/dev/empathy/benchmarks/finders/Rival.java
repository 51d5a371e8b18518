package dev.empathy.benchmarks.finders;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Everybody who is measured, ourselves first. */
public enum Rival {
  EMPATHY("Empathy, matching alone", EmpathyFinder::new),
  HYPERSCAN("Hyperscan over JNI", HyperscanFinder::new, HyperscanFinder::whyNot),
  BRICS("brics automaton", BricsFinder::new),
  HANKCS("hankcs AhoCorasickDoubleArrayTrie", HankcsFinder::new),
  AHOCORASICK("org.ahocorasick", AhoCorasickFinder::new),
  REGEX_ALTERNATION("java.util.regex, one alternation", RegexFinder::alternation),
  REGEX_EACH("java.util.regex, one each", RegexFinder::each),
  RE2J("RE2/J", Re2jFinder::new),
  LUCENE_MONITOR("Lucene Monitor", MonitorFinder::new),
  TOKENSREGEX("CoreNLP TokensRegex", TokensRegexFinder::new),
  LANGUAGETOOL("LanguageTool, pattern rules", LanguageToolFinder::new, LanguageToolFinder::whyNot);

  private final String title;
  private final Function<List<String>, PhraseFinder> maker;
  private final Supplier<String> whyNot;

  Rival(String title, Function<List<String>, PhraseFinder> maker) {
    this(title, maker, () -> "");
  }

  Rival(String title, Function<List<String>, PhraseFinder> maker, Supplier<String> whyNot) {
    this.title = title;
    this.maker = maker;
    this.whyNot = whyNot;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** Makes it ready for phrases in lower case, with one space between words. */
  public PhraseFinder finder(List<String> phrases) {
    return maker.apply(phrases);
  }

  /** Why it cannot be measured on this machine, or nothing. */
  public String whyNot() {
    return whyNot.get();
  }
}
