package dev.empathy;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import dev.empathy.spi.Extensions;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A rubric made ready to assess messages. Compiling may fail; assessing never does, whatever the
 * text.
 *
 * <p>Immutable and safe for use by any number of threads; make one and keep it. Serializable: the
 * rubric, the extensions and the limits travel, and are compiled again on arrival. That asks of
 * every detector and signal to be {@link Serializable}, too.
 *
 * <p>An engine judges wording against a rubric. It infers nobody's feelings.
 */
public final class EmpathyEngine implements Serializable {

  private static final long serialVersionUID = 1L;

  private final transient Program program;
  private final transient List<Issue> issues;

  private EmpathyEngine(Program program, List<Issue> issues) {
    this.program = program;
    this.issues = issues;
  }

  /**
   * Compiles a rubric and runs its examples.
   *
   * @throws RubricException with everything that is wrong with the rubric
   */
  public static EmpathyEngine compile(Rubric rubric) {
    return compile(rubric, SelfTest.STRICT);
  }

  /**
   * Compiles a rubric.
   *
   * @param rubric the rubric
   * @param selfTest what to do with its examples
   * @throws RubricException with everything that is wrong with the rubric
   */
  public static EmpathyEngine compile(Rubric rubric, SelfTest selfTest) {
    return compile(rubric, selfTest, Extensions.NONE);
  }

  /**
   * Compiles a rubric that may name code of the caller's.
   *
   * @param rubric the rubric
   * @param selfTest what to do with its examples
   * @param extensions the detectors and signals that it may name beyond those built in
   * @throws RubricException with everything that is wrong with the rubric
   * @throws IllegalArgumentException if an extension has the name of what is built in
   */
  public static EmpathyEngine compile(Rubric rubric, SelfTest selfTest, Extensions extensions) {
    return compile(rubric, selfTest, extensions, Limits.DEFAULT);
  }

  /**
   * Compiles a rubric that may name code of the caller's, under limits of the caller's.
   *
   * @param rubric the rubric
   * @param selfTest what to do with its examples
   * @param extensions the detectors and signals that it may name beyond those built in
   * @param limits what the rubric and every message may ask for
   * @throws RubricException with everything that is wrong with the rubric
   * @throws IllegalArgumentException if an extension has the name of what is built in
   */
  public static EmpathyEngine compile(
      Rubric rubric, SelfTest selfTest, Extensions extensions, Limits limits) {
    Compiler compiler = new Compiler(rubric, extensions, limits);
    Program program = compiler.compile();
    List<Issue> issues = compiler.issues(program, selfTest);
    if (program == null || issues.stream().anyMatch(Issue::isError)) {
      throw new RubricException(issues);
    }
    return new EmpathyEngine(program, issues);
  }

  /**
   * Everything that compiling has to say about a rubric, errors and warnings, in the order of its
   * lines; empty where there is nothing to say. Does not throw.
   */
  public static List<Issue> check(Rubric rubric, SelfTest selfTest) {
    return check(rubric, selfTest, Extensions.NONE);
  }

  /**
   * Everything that compiling has to say about a rubric that may name code of the caller's.
   *
   * @throws IllegalArgumentException if an extension has the name of what is built in
   */
  public static List<Issue> check(Rubric rubric, SelfTest selfTest, Extensions extensions) {
    return check(rubric, selfTest, extensions, Limits.DEFAULT);
  }

  /**
   * Everything that compiling has to say about a rubric that may name code of the caller's, under
   * limits of the caller's.
   *
   * @throws IllegalArgumentException if an extension has the name of what is built in
   */
  public static List<Issue> check(
      Rubric rubric, SelfTest selfTest, Extensions extensions, Limits limits) {
    Compiler compiler = new Compiler(rubric, extensions, limits);
    return compiler.issues(compiler.compile(), selfTest);
  }

  /**
   * The same engine, whose assessments hold no more of the messages than this. It costs nothing:
   * what was compiled is shared.
   *
   * <pre>{@code
   * archive.store(engine.at(Detail.CODES).assess(conversation));
   * }</pre>
   */
  public EmpathyEngine at(Detail detail) {
    return detail == program.detail() ? this : new EmpathyEngine(program.at(detail), issues);
  }

  /** The rubric. */
  public Rubric rubric() {
    return program.rubric();
  }

  /** What compiling had to say short of errors, in the order of the rubric's lines. */
  public List<Issue> issues() {
    return issues;
  }

  /**
   * The examples that the rubric's author wrote into it, each as a test: the same that compiling
   * runs. Those that it inherits are not among them: their own rubric answers for them.
   */
  public List<RubricExample> examples() {
    return ExampleRunner.examples(program).stream()
        .filter(example -> Own.is(program.rubric(), example.at()))
        .toList();
  }

  /**
   * What of the rubric its examples reach. All examples are run for it, each time that it is asked.
   */
  public Coverage coverage() {
    return CoverageReport.of(program);
  }

  /**
   * What the phrases of a cue, a word list or a reusable phrase stand for: their forms, sentences
   * that they find, and what they are compiled to; for editors and authors. Time and memory grow
   * with the rubric and nothing else: no lists are multiplied.
   *
   * @param name a name ({@code anger}: all that is called so) or a path: {@code cues.anger}, {@code
   *     cues.anger.match[2]}, {@code cues.anger.unless}, {@code words.feeling}, {@code
   *     phrases.we-see}; {@code $feeling} is whatever that stands for in a phrase, built in or not.
   *     Numbers count from 1
   * @return the phrases in the rubric's order; empty for a cue that has none
   * @throws IllegalArgumentException if there is nothing of this name, with what may be meant
   */
  public List<PhraseDescription> describe(String name) {
    return Descriptions.of(program, name);
  }

  /** Assesses an agent's message of which nothing else is known. */
  public Assessment assess(String text) {
    return assess(Message.agent(text));
  }

  /**
   * Assesses one message of which nothing else is known: what depends on earlier messages is
   * unknown.
   */
  public Assessment assess(Message message) {
    return alone(message, Depth.FINDINGS);
  }

  /**
   * Assesses the last message of a conversation in the light of the earlier ones. Where the
   * conversation ends with several messages of the agent's side, they are one turn.
   *
   * @throws IllegalArgumentException if the conversation has no message
   */
  public Assessment assessReply(Conversation conversation) {
    return last(conversation, Depth.FINDINGS);
  }

  /** Assesses every message of a conversation, and the conversation as a whole. */
  public ConversationAssessment assess(Conversation conversation) {
    return all(conversation, Depth.FINDINGS);
  }

  /** Begins a conversation that grows message by message, of which nothing else is known. */
  public EmpathySession session() {
    return session(Map.of());
  }

  /**
   * Begins a conversation that grows message by message. It keeps this rubric, whatever is loaded
   * meanwhile.
   *
   * @param facts what the caller knows, by name: {@code channel}, {@code customer-name}, …
   */
  public EmpathySession session(Map<String, String> facts) {
    Map<String, String> known = new LinkedHashMap<>(facts);
    return new EmpathySession(assessor(known, true, Depth.FINDINGS), program.detail(), known);
  }

  /**
   * The same as {@link #assess(String)} in the explained form: with what costs more filled in, near
   * misses, {@code toNextBand}, {@code toPass} and responses. It takes some hundred times as long.
   */
  public Assessment explain(String text) {
    return explain(Message.agent(text));
  }

  /** The same as {@link #assess(Message)} in the explained form. */
  public Assessment explain(Message message) {
    return alone(message, Depth.EXPLAINED);
  }

  /**
   * The same as {@link #assessReply(Conversation)} in the explained form.
   *
   * @throws IllegalArgumentException if the conversation has no message
   */
  public Assessment explainReply(Conversation conversation) {
    return last(conversation, Depth.EXPLAINED);
  }

  /** The same as {@link #assess(Conversation)} in the explained form. */
  public ConversationAssessment explain(Conversation conversation) {
    return all(conversation, Depth.EXPLAINED);
  }

  private Assessment alone(Message message, Depth depth) {
    Assessor assessor = assessor(Map.of(), false, depth);
    return Reduced.of(assessor.last(List.of(message)), program.detail());
  }

  private ConversationAssessment all(Conversation conversation, Depth depth) {
    Assessor assessor = assessor(conversation.facts(), true, depth);
    return Reduced.of(assessor.all(conversation.messages()), program.detail());
  }

  private Assessment last(Conversation conversation, Depth depth) {
    if (conversation.messages().isEmpty()) {
      throw new IllegalArgumentException("a conversation without a message has no last message");
    }
    Assessor assessor = assessor(conversation.facts(), true, depth);
    return Reduced.of(assessor.last(conversation.messages()), program.detail());
  }

  private Assessor assessor(Map<String, String> facts, boolean historyGiven, Depth depth) {
    return new Assessor(program, facts, historyGiven, depth);
  }

  /** The rubric's name, version and hash. */
  @Override
  public String toString() {
    return "EmpathyEngine[" + program.rubric() + "]";
  }

  private Object writeReplace() throws NotSerializableException {
    refuseUnserializable("detector", program.extensions().detectors());
    refuseUnserializable("signal", program.extensions().signals());
    return new Proxy(program.rubric(), program.extensions(), program.limits(), program.detail());
  }

  private static void refuseUnserializable(String what, Map<String, ?> extensions)
      throws NotSerializableException {
    for (Map.Entry<String, ?> extension : extensions.entrySet()) {
      if (!(extension.getValue() instanceof Serializable)) {
        throw new NotSerializableException(
            "the engine travels with its extensions, and the "
                + what
                + " "
                + extension.getKey()
                + " is not java.io.Serializable: "
                + extension.getValue().getClass().getName());
      }
    }
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("an engine is read through its proxy");
  }

  /** What travels. */
  private record Proxy(Rubric rubric, Extensions extensions, Limits limits, Detail detail)
      implements Serializable {

    Proxy {
      Objects.requireNonNull(rubric, "rubric");
      Objects.requireNonNull(extensions, "extensions");
      Objects.requireNonNull(limits, "limits");
      Objects.requireNonNull(detail, "detail");
    }

    private Object readResolve() {
      return compile(rubric, SelfTest.OFF, extensions, limits).at(detail);
    }
  }
}
