package dev.empathy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.empathy.Assessment;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Finding;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Issues as SARIF 2.1.0, which code hosts and editors show in the files that they speak of: one
 * run, whose results are written as they come. Strengths are no results, as nothing is to be done
 * about them.
 */
final class Sarif implements Output {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Raised when what is hashed changes, so that no tool takes old results for new ones. */
  private static final String FINGERPRINT = "ruleAndMessage/v1";

  /** Enough of a hash for one file's results. */
  private static final int FINGERPRINT_DIGITS = 32;

  private final Rubric rubric;
  private final String version;
  private final Map<String, Integer> numbers = new HashMap<>();

  Sarif(EmpathyEngine engine) {
    this.rubric = engine.rubric();
    this.version = Rubrics.version(engine);
    rubric.rules().keySet().forEach(rule -> numbers.put(rule, numbers.size()));
  }

  /** A path as a URI: relative where it is. */
  static String uri(Path path) {
    if (path.isAbsolute()) {
      return path.toUri().toASCIIString();
    }
    try {
      String slashed = path.toString().replace('\\', '/');
      // Else what stands before a colon would be a scheme.
      String safe = slashed.contains(":") ? "./" + slashed : slashed;
      return new URI(null, null, safe, null).toASCIIString();
    } catch (URISyntaxException e) {
      return path.toUri().toASCIIString();
    }
  }

  @Override
  public boolean needsOrigins() {
    return true;
  }

  @Override
  public String start() {
    ObjectNode log = MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Empathy").put("version", version);
    ArrayNode rules = driver.putArray("rules");
    rubric.rules().values().forEach(rule -> rules.add(descriptor(rule)));
    run.put("columnKind", "utf16CodeUnits");
    run.putObject("properties")
        .put("rubric", rubric.id())
        .put("rubricVersion", rubric.version())
        .put("rubricSha256", rubric.sha256());
    run.putArray("results");
    String all = Json.pretty(log);
    // Before the bracket that closes the results.
    return all.substring(0, all.lastIndexOf("[ ]") + 1);
  }

  @Override
  public String between() {
    return ",";
  }

  @Override
  public String end(boolean whole) {
    return "],\n"
        + "      \"invocations\": [\n"
        + "        {\n"
        + "          \"executionSuccessful\": "
        + whole
        + "\n"
        + "        }\n"
        + "      ]\n"
        + "    }\n"
        + "  ]\n"
        + "}\n";
  }

  @Override
  public List<String> of(Assessment assessment, List<@Nullable Origin> origins) {
    List<String> results = new ArrayList<>();
    for (Finding issue : assessment.issues()) {
      Origin origin = Objects.requireNonNull(origins.get(issue.message()));
      results.add("\n" + Json.line(result(assessment, issue, origin)).stripTrailing());
    }
    return results;
  }

  @Override
  public List<String> of(String conversation, ConversationAssessment whole) {
    return List.of();
  }

  private ObjectNode result(Assessment assessment, Finding issue, Origin origin) {
    ObjectNode result = MAPPER.createObjectNode().put("ruleId", issue.rule());
    result.put("ruleIndex", numbers.get(issue.rule()));
    result.put("level", level(issue.severity()));
    result.putObject("message").put("text", text(issue));
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode place = location.putObject("physicalLocation");
    place.putObject("artifactLocation").put("uri", origin.uri());
    place.set("region", MAPPER.valueToTree(origin.region(issue.span())));
    result.putObject("partialFingerprints").put(FINGERPRINT, fingerprint(assessment, issue));
    ObjectNode properties = result.putObject("properties");
    properties.put("severity", issue.severity() == null ? "" : Choices.name(issue.severity()));
    if (assessment.id() != null) {
      properties.put("message", assessment.id());
    }
    return result;
  }

  /** The same rule on the same message, wherever the message has moved to. */
  private static String fingerprint(Assessment assessment, Finding issue) {
    String of = issue.rule() + "\n" + assessment.id() + "\n" + issue.message();
    return Hash.of(of).substring(0, FINGERPRINT_DIGITS);
  }

  private static String text(Finding issue) {
    String explanation = issue.explanation() == null ? "" : issue.explanation();
    String suggestion = issue.suggestion() == null ? "" : issue.suggestion();
    String text = (explanation + " " + suggestion).strip();
    return text.isEmpty() ? issue.rule() : text;
  }

  private static ObjectNode descriptor(Rule rule) {
    ObjectNode descriptor = MAPPER.createObjectNode().put("id", rule.id());
    String about = rule.about() == null ? rule.id().replace('-', ' ') : rule.about();
    descriptor.putObject("shortDescription").put("text", about);
    String why = rule.why() == null ? "" : rule.why();
    descriptor.putObject("help").put("text", (about + "\n\n" + why).strip());
    String link = link(why);
    if (link != null) {
      descriptor.put("helpUri", link);
    }
    descriptor.putObject("defaultConfiguration").put("level", level(rule.severity()));
    ObjectNode properties = descriptor.putObject("properties");
    properties.put("severity", Choices.name(rule.severity())).put("at", rule.at().toString());
    if (rule.dimension() != null) {
      properties.put("dimension", rule.dimension().value());
    }
    return descriptor;
  }

  /** The first link in a rule's reason, which is often a source. */
  private static @Nullable String link(String why) {
    int start = why.indexOf("https://");
    if (start < 0) {
      return null;
    }
    int end = start;
    while (end < why.length() && " \n\t)>\"”,;".indexOf(why.charAt(end)) < 0) {
      end++;
    }
    while (why.charAt(end - 1) == '.') {
      end--;
    }
    try {
      return new URI(why.substring(start, end)).toASCIIString();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String level(@Nullable Severity severity) {
    return switch (severity == null ? Severity.SUGGESTION : severity) {
      case CRITICAL, ERROR -> "error";
      case WARNING -> "warning";
      case SUGGESTION -> "note";
    };
  }
}
