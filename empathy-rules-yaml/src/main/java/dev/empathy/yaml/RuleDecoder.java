package dev.empathy.yaml;

import dev.empathy.rubric.Adjustment;
import dev.empathy.rubric.Dimension;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Response;
import dev.empathy.rubric.Route;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Scope;
import dev.empathy.rubric.Severity;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From checked maps to what judges: rules, routes, responses, dimensions and overrides. */
final class RuleDecoder {

  private final Fields rubric;

  RuleDecoder(Fields rubric) {
    this.rubric = rubric;
  }

  Map<String, Rule> rules() {
    return rubric.each("rules", this::rule);
  }

  Map<String, Route> routes() {
    return rubric.each("routes", this::route);
  }

  Map<String, Response> responses() {
    return rubric.each("responses", this::response);
  }

  Map<String, Dimension> dimensions() {
    return rubric.each("dimensions", entry -> dimension(entry, (Entries) entry.value()));
  }

  List<Adjustment> adjustments() {
    return rubric.items("overrides").stream().map(item -> adjustment((Entries) item)).toList();
  }

  private Rule rule(Entry entry) {
    Fields fields = new Fields((Entries) entry.value());
    return new Rule(
        entry.name(),
        entry.key().at(),
        fields.text("dimension"),
        Objects.requireNonNullElse(fields.constant("scope", Scope.class), Scope.TURN),
        Objects.requireNonNull(fields.constant("severity", Severity.class)),
        fields.string("about"),
        fields.string("why"),
        ConditionDecoder.optional(fields.map().get("when")),
        ConditionDecoder.optional(fields.map().get("require")),
        ConditionDecoder.optional(fields.map().get("forbid")),
        pass(fields.fields("pass")),
        fail(fields.fields("fail")),
        fields.flag("off"),
        fields.items("examples").stream().map(RuleDecoder::example).toList());
  }

  private static Rule.Pass pass(Fields fields) {
    List<Integer> scores =
        fields.items("score").stream().map(item -> Fields.tenths((Scalar) item)).toList();
    return new Rule.Pass(scores, fields.text("praise"));
  }

  private static Rule.Fail fail(Fields fields) {
    return new Rule.Fail(
        fields.tenths("score", 0),
        fields.tenths("each-extra", 0),
        fields.tenths("at-worst"),
        fields.tenths("limit-overall"),
        fields.text("message"),
        fields.text("suggest"));
  }

  private static Rule.Example example(Tree tree) {
    Fields fields = new Fields((Entries) tree);
    return new Rule.Example(
        tree.at(),
        fields.string("customer"),
        fields.string("agent"),
        fields.items("turns").stream().map(item -> ((Scalar) item).text()).toList(),
        fields.stringMap("facts"),
        Objects.requireNonNull(fields.constant("expect", Outcome.class)),
        fields.flag(RubricSchema.KNOWN_GAP.name()));
  }

  private Route route(Entry entry) {
    Fields fields = new Fields((Entries) entry.value());
    return new Route(
        entry.name(),
        entry.key().at(),
        fields.string("as"),
        ConditionDecoder.decode(fields.needed("when")),
        fields.need("to"),
        Integer.parseInt(fields.need("priority")),
        Fields.text(fields.needed("reason")),
        fields.string("why"),
        fields.flag("off"),
        fields.items("examples").stream().map(RuleDecoder::routeExample).toList());
  }

  private static Route.Example routeExample(Tree tree) {
    Fields fields = new Fields((Entries) tree);
    return new Route.Example(
        tree.at(),
        fields.need("customer"),
        fields.stringMap("facts"),
        fields.need("expect").equals("yes"),
        fields.flag(RubricSchema.KNOWN_GAP.name()));
  }

  private Response response(Entry entry) {
    Fields fields = new Fields((Entries) entry.value());
    return new Response(
        entry.name(),
        entry.key().at(),
        Fields.text(fields.needed("text")),
        ConditionDecoder.optional(fields.map().get("when")),
        fields.string("about"),
        fields.string("why"),
        fields.flag("off"),
        fields.items("examples").stream().map(RuleDecoder::responseExample).toList());
  }

  private static Response.Example responseExample(Tree tree) {
    Fields fields = new Fields((Entries) tree);
    String expect = fields.need("expect");
    return new Response.Example(
        tree.at(),
        fields.need("customer"),
        fields.string("agent"),
        fields.stringMap("facts"),
        expect.equals(RubricSchema.NOT_OFFERED) ? null : expect,
        fields.flag(RubricSchema.KNOWN_GAP.name()));
  }

  private static Dimension dimension(Entry entry, Entries map) {
    Fields fields = new Fields(map);
    return new Dimension(
        entry.name(), entry.key().at(), fields.tenths("weight", 0), fields.tenths("start", 0));
  }

  private static Adjustment adjustment(Entries map) {
    Fields fields = new Fields(map);
    return new Adjustment(
        map.at(),
        fields.each("for", entry -> strings(entry.value())),
        fields.each("rules", RuleDecoder::change),
        fields.each("dimensions", RuleDecoder::dimensionChange),
        Bands.decode(fields.entries("bands")),
        fields.tenths("pass-mark"));
  }

  private static List<String> strings(Tree tree) {
    return Fields.items(tree).stream().map(item -> ((Scalar) item).text()).toList();
  }

  private static Adjustment.RuleChange change(Entry entry) {
    Fields fields = new Fields((Entries) entry.value());
    return new Adjustment.RuleChange(
        entry.key().at(),
        fields.constant("severity", Severity.class),
        fields.map().has("pass") ? passChange(fields.fields("pass")) : null,
        fields.map().has("fail") ? failChange(fields.fields("fail")) : null,
        fields.optionalFlag("off"));
  }

  private static Adjustment.PassChange passChange(Fields fields) {
    Rule.Pass pass = pass(fields);
    return new Adjustment.PassChange(
        fields.map().has("score") ? pass.scores() : null, pass.praise());
  }

  private static Adjustment.FailChange failChange(Fields fields) {
    return new Adjustment.FailChange(
        fields.tenths("score"),
        fields.tenths("each-extra"),
        fields.tenths("at-worst"),
        fields.tenths("limit-overall"),
        fields.text("message"),
        fields.text("suggest"));
  }

  private static Adjustment.DimensionChange dimensionChange(Entry entry) {
    Fields fields = new Fields((Entries) entry.value());
    return new Adjustment.DimensionChange(
        entry.key().at(), fields.tenths("weight"), fields.tenths("start"));
  }
}
