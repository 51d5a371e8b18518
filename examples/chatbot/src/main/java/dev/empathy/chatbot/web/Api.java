package dev.empathy.chatbot.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.Detail;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.chatbot.Desk;
import dev.empathy.chatbot.DraftRepair;
import dev.empathy.chatbot.Nudge;
import dev.empathy.chatbot.TemplateBot;
import dev.empathy.chatbot.Triage;
import dev.empathy.chatbot.web.Answers.DeskAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server can be asked, without anything of HTTP. It keeps no message and logs none. */
final class Api {

  /** As the built-in rubric knows them. */
  private static final List<String> CHANNELS = List.of("chat", "email", "sms", "social", "voice");

  /** A message's depth is three; more is an attempt at something. */
  private static final int DEPTH = 16;

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Rubrics rubrics;

  Api(Rubrics rubrics) {
    this.rubrics = rubrics;
    json.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build());
  }

  /**
   * Answers.
   *
   * @param call such as {@code POST /assess}
   * @throws RefusedException where it cannot
   */
  byte[] answer(String call, String body) {
    return bytes(
        switch (call) {
          case "GET /rubrics" -> new Answers.Known(rubrics.names(), CHANNELS);
          case "POST /assess" -> assess(read(body, Asked.class));
          case "POST /reply" -> reply(read(body, Asked.class));
          case "POST /lint" -> lint(read(body, LintAsked.class));
          default -> throw new RefusedException(404, "there is nothing here");
        });
  }

  byte[] refusal(RefusedException refused) {
    return bytes(
        new Answers.Refused(
            String.valueOf(refused.getMessage()),
            refused.issues().stream().map(Answers.Lint::of).toList()));
  }

  /** What a client asks of {@code /lint}: a rubric, and whether to run its examples. */
  record LintAsked(@Nullable String yaml, boolean examples) {}

  private Answers.Linted lint(LintAsked asked) {
    if (asked.yaml() == null) {
      throw new RefusedException(400, "yaml is missing");
    }
    return new Answers.Linted(
        rubrics.check(asked.yaml(), asked.examples()).stream().map(Answers.Lint::of).toList());
  }

  private Answers.Assessed assess(Asked asked) {
    EmpathyEngine full = rubrics.engine(asked.rubric(), asked.yaml());
    EmpathyEngine engine = full.at(asked.detailOrFull());
    Conversation soFar = asked.soFar();
    Message draft = asked.draft();
    boolean isFull = asked.detailOrFull() == Detail.FULL;
    Assessment reply = draft == null ? null : assess(engine, soFar.and(draft), asked.isExplain());
    return new Answers.Assessed(
        soFar.messages().isEmpty() ? null : engine.assessReply(soFar),
        reply,
        reply == null ? null : reply.advice(),
        draft == null || !isFull ? null : repaired(full, soFar, draft),
        desk(full, soFar, isFull));
  }

  private static Assessment assess(EmpathyEngine engine, Conversation all, boolean explain) {
    return explain ? engine.explainReply(all) : engine.assessReply(all);
  }

  private static Answers.Repaired repaired(
      EmpathyEngine engine, Conversation soFar, Message draft) {
    return Answers.Repaired.of(DraftRepair.of(engine, TemplateBot.DEFAULT, soFar, draft));
  }

  private static DeskAnswer desk(EmpathyEngine engine, Conversation soFar, boolean isFull) {
    Desk desk =
        soFar.messages().isEmpty() ? Desk.BOT : Triage.DEFAULT.desk(engine.assessReply(soFar));
    return new DeskAnswer(
        Answers.lower(desk.kind()), desk.strength(), isFull ? desk.reason() : null);
  }

  private Answers.Replied reply(Asked asked) {
    EmpathyEngine engine = rubrics.engine(asked.rubric(), asked.yaml());
    Conversation soFar = asked.soFar();
    Message draft = asked.draft();
    Conversation all = draft == null ? soFar : soFar.and(draft);
    if (all.messages().isEmpty()) {
      throw new RefusedException(400, "neither customer nor agent said anything");
    }
    Nudge nudge = Nudge.of(engine, Triage.DEFAULT, all);
    String text =
        draft == null || nudge.kind() == Nudge.Kind.HAND_OVER
            ? TemplateBot.DEFAULT.reply(engine, soFar).text()
            : DraftRepair.of(engine, TemplateBot.DEFAULT, soFar, draft).text();
    return new Answers.Replied(
        Answers.lower(nudge.kind()), nudge.text(), text, desk(engine, soFar, true));
  }

  /** Jackson's own messages quote what they could not read, so they go no further. */
  private <T> T read(String body, Class<T> type) {
    T asked;
    try {
      asked = json.readValue(body, type);
    } catch (UnrecognizedPropertyException e) {
      throw new RefusedException(400, "known fields are " + e.getKnownPropertyIds());
    } catch (JsonProcessingException e) {
      throw new RefusedException(400, "this is not the JSON that is expected here");
    }
    if (asked == null) {
      throw new RefusedException(400, "this is not the JSON that is expected here");
    }
    return asked;
  }

  private byte[] bytes(Object answer) {
    try {
      return json.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer could not be written", e);
    }
  }
}
