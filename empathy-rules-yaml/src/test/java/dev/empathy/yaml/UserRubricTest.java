package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who has never programmed extends the built-in rubric, and slips in ten ways. */
class UserRubricTest {

  private static final String MINE =
      """
      empathy: 1
      rubric: acme-support
      version: 1.0.0
      locale: en
      extends: [builtin:customer-support]

      words:
        anger-word+: { gobsmacked: 0.9 }

      cues:
        brand-promise:
          who: agent
          match:
            - we stand by our promise
          examples:
            hits: ["{{We stand by our promise}}."]
            misses: ["We promise."]

      rules:
        over-apology:
          fail: { score: -40 }
        promise-kept:
          dimension: warmth
          severity: suggestion
          require: { cue: brand-promise }
          pass: { score: +5 }
          fail: { score: -5, message: Our promise is missing. }
          examples:
            - { agent: "We stand by our promise.", expect: pass }
      """;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file;
  }

  @Test
  void it_works() throws IOException {
    Path file = write("acme.yaml", MINE);
    assertThat(RubricYaml.check(file)).noneMatch(issue -> issue.level() != Issue.Level.INFO);
    EmpathyEngine engine = EmpathyEngine.compile(RubricYaml.read(file));
    assertThat(engine.rubric().id()).isEqualTo("acme-support");

    Message gobsmacked = Message.customer("I am gobsmacked");
    assertThat(engine.assess(gobsmacked).emotion("anger")).isEqualTo(0.9);
    assertThat(Engines.BUILT_IN.assess(gobsmacked).emotion("anger")).isZero();

    String sorry = "Sorry! So sorry. We are very sorry. Apologies, we are sorry.";
    assertThat(delta(engine.assess(sorry), "over-apology")).isEqualTo(-40);
    assertThat(delta(Engines.BUILT_IN.assess(sorry), "over-apology")).isNotEqualTo(-40);

    Conversation reply = Conversation.of(gobsmacked, Message.agent("We stand by our promise."));
    assertThat(engine.assessReply(reply).rules()).containsEntry("promise-kept", Outcome.PASS);
    assertThat(engine.assessReply(reply).hits("brand-promise")).hasSize(1);
  }

  private static double delta(Assessment assessment, String rule) {
    return assessment.ledger().stream()
        .filter(row -> rule.equals(row.rule()))
        .findFirst()
        .orElseThrow()
        .delta();
  }

  @Test
  void ten_slips_as_their_author_reads_them() throws IOException {
    Map<String, String> slips = new LinkedHashMap<>();
    slips.put("unknown key", MINE.replace("    who: agent", "    whom: agent"));
    slips.put(
        "unknown name",
        MINE.replace("require: { cue: brand-promise }", "require: { cue: brand-promis }"));
    slips.put(
        "bad indentation", MINE.replace("    severity: suggestion", "   severity: suggestion"));
    slips.put(
        "duplicate key", MINE.replace("    who: agent\n", "    who: agent\n    who: customer\n"));
    slips.put(
        "wrong type",
        MINE.replace("    match:\n      - we stand by our promise", "    match: { we: stand }"));
    slips.put("cyclic extends", MINE.replace("[builtin:customer-support]", "[./acme.yaml]"));
    slips.put(
        "failing example", MINE.replace("{{We stand by our promise}}.", "{{We promise you}}."));
    slips.put("impossible phrase", MINE.replace("- we stand by our promise", "- we stand. ...3"));
    slips.put("tab", MINE.replace("    who: agent", "\twho: agent"));
    slips.put("empty file", "");
    StringBuilder shown = new StringBuilder();
    for (Map.Entry<String, String> slip : slips.entrySet()) {
      Path file = write("acme.yaml", slip.getValue());
      List<Issue> issues = RubricYaml.check(file);
      assertThat(issues).as(slip.getKey()).anyMatch(Issue::isError);
      shown.append("# ").append(slip.getKey()).append('\n');
      issues.stream()
          .filter(issue -> issue.level() != Issue.Level.INFO)
          .forEach(issue -> shown.append(issue.text()).append('\n'));
      shown.append('\n');
    }
    Golden.check(
        "slips.txt", shown.toString().replace(folder + folder.getFileSystem().getSeparator(), ""));
  }
}
