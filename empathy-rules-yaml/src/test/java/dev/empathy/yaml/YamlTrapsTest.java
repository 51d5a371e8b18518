package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Phrase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a phrase in a block list runs into without quotes, and what it does not. */
class YamlTrapsTest {

  private static Loaded load(String item) {
    return Rubrics.load(
        Rubrics.HEAD
            + "cues:\n  c:\n    match:\n      - fine\n      - "
            + item
            + "\n      - more\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!important",
        "! so",
        "&more",
        "& more",
        "*stars",
        "* stars",
        "%50 off",
        "% off",
        "@you said",
        "| or so",
        "|or so",
        "> or so",
        ">or so",
        "? what",
        "'tis so",
        "'so' they say",
        "\"so\" they say",
        "\"so",
        "`so`",
        "we: you",
        "what the: ",
        "ticket #1 is open",
        "#1 is open",
        "[so]",
        "{so}",
        "- so"
      })
  void each_says_put_it_in_quotes_at_its_line(String item) {
    List<Issue> issues = load(item).issues();
    assertThat(issues).hasSize(1);
    Issue issue = issues.get(0);
    assertThat(issue.hint()).contains("quotes");
    assertThat(issue.at().line()).isEqualTo(9);
    assertThat(issue.line()).contains(item.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see why",
        "(I|we) (can|do)? see",
        "$we-see ...3 $feeling",
        "refund~ for apologi*",
        "^thanks, all - of you",
        "that, and (this)",
        "I'm so \"sorry\"",
        "what?",
        "no",
        "off",
        "1.10",
        "12:30",
        "-so",
        "C# and a#b",
        "so # a remark",
        "\"we: you\"",
        "'ticket #1 is open'",
        "'''tis so'"
      })
  void these_need_no_quotes_or_have_them(String item) {
    Loaded loaded = load(item);
    assertThat(loaded.issues()).isEmpty();
    Phrase phrase = loaded.orThrow().cues().get("c").match().get(1);
    String bare = item.replace(" # a remark", "");
    boolean quoted = bare.length() > 1 && "'\"".indexOf(bare.charAt(0)) >= 0;
    assertThat(phrase.text())
        .isEqualTo(quoted ? bare.substring(1, bare.length() - 1).replace("''", "'") : bare);
  }
}
