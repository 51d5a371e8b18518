package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a text is made of, it is read as it was written. */
class YamlTextPropertyTest {

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            Tuple.of(
                10,
                Arbitraries.of(
                    " ",
                    "  ",
                    "#",
                    " #",
                    ":",
                    ": ",
                    "-",
                    "- ",
                    "?",
                    "? ",
                    "!",
                    "&",
                    "*",
                    "|",
                    ">",
                    "'",
                    "\"",
                    "\\",
                    "%",
                    "@",
                    "`",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ", ",
                    "~",
                    "$",
                    "^",
                    "(",
                    ")",
                    "...",
                    "---",
                    "<<",
                    "=",
                    "\n",
                    "\r\n",
                    "\t",
                    "\u0085",
                    "\u2028",
                    "\uFEFF",
                    "\u200B",
                    "\u200D",
                    "😡",
                    "🤦\u200D♀",
                    "\uE000",
                    "\u00A0",
                    "é",
                    "e\u0301")),
            Tuple.of(8, Arbitraries.of("so", "sorry", "true", "null", "12", "0.5", "I'm", "no")),
            Tuple.of(2, anyCharacter().list().ofMaxSize(3).map(all -> String.join("", all))));
    return pieces.list().ofMaxSize(8).map(all -> String.join("", all));
  }

  /** Any code point but controls and halves of surrogate pairs, which a rubric may not hold. */
  private static Arbitrary<String> anyCharacter() {
    return Arbitraries.integers()
        .between(' ', Character.MAX_CODE_POINT)
        .filter(one -> !Character.isISOControl(one))
        .filter(one -> Character.getType(one) != Character.SURROGATE)
        .map(Character::toString);
  }

  private static Tree read(String yaml) {
    Problems problems = new Problems();
    Tree tree = TreeReader.read(new SourceText("test", yaml), new Room(), problems);
    assertThat(problems.sorted()).as(yaml).isEmpty();
    return tree;
  }

  private static void check(Tree tree, String text) {
    assertThat(tree).isInstanceOf(Scalar.class);
    assertThat(((Scalar) tree).text()).isEqualTo(text);
    assertThat(((Scalar) tree).suspect()).isNull();
  }

  @Property(tries = 2000)
  void everyTextIsReadAsItIs(@ForAll("texts") String text) {
    String block = YamlText.of(text, false);
    String flow = YamlText.of(text, true);
    assertThat(block + flow).doesNotContain("\n", "\r");
    Entries map =
        (Entries)
            read(
                "a: "
                    + block
                    + "  # x\nb:\n  - "
                    + block
                    + "\n  - ["
                    + flow
                    + ", "
                    + flow
                    + "]\n  - { a: "
                    + flow
                    + ", b: "
                    + flow
                    + " }\n");
    check(map.get("a"), text);
    List<Tree> items = ((Items) map.get("b")).items();
    check(items.get(0), text);
    ((Items) items.get(1)).items().forEach(item -> check(item, text));
    ((Entries) items.get(2)).entries().forEach(entry -> check(entry.value(), text));
  }

  @Property(tries = 1000)
  void everyKeyIsReadAsItIs(@ForAll("texts") String text) {
    Entries map =
        (Entries)
            read(
                "a:\n  "
                    + YamlText.of(text, false)
                    + ": x\nb: { "
                    + YamlText.of(text, true)
                    + ": x }\n");
    for (String key : List.of("a", "b")) {
      Entries inner = (Entries) map.get(key);
      assertThat(inner.names()).containsExactly(text);
    }
  }

  @Property(tries = 500)
  void everyCommentIsOne(@ForAll("texts") String text) {
    check(((Entries) read("a: b  # " + YamlText.inComment(text) + "\n")).get("a"), "b");
  }

  @Example
  void plain_texts_stay_plain() {
    for (String text : List.of("$we-see ...6 (a|b)? x~", "+10", "-7.5", "Say what went wrong.")) {
      assertThat(YamlText.of(text, false)).isEqualTo(text);
    }
    assertThat(YamlText.of("a, b", true)).isEqualTo("\"a, b\"");
    assertThat(YamlText.of("a, b", false)).isEqualTo("a, b");
    assertThat(YamlText.of("say \"so\"", false)).isEqualTo("'say \"so\"'");
    assertThat(YamlText.of("", false)).isEqualTo("\"\"");
    assertThat(YamlText.of("a\u200Bb", false)).isEqualTo("\"a\\u200Bb\"");
  }
}
