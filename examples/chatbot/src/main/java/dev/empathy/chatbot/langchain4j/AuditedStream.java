package dev.empathy.chatbot.langchain4j;

import dev.langchain4j.service.TokenStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reply that is streamed and audited. Nobody can take back what a customer has read, so the draft
 * is held until it is settled and then passed on word by word.
 *
 * <p>The pieces that LangChain4j 1.19 itself passes to {@code onPartialResponse} are those of the
 * <em>first</em> draft, also where another text is sent in its place; and without {@code
 * onCompleteResponse} it does not look at the draft at all. So a stream with an {@link
 * EmpathyGuardrail} is started here.
 */
public final class AuditedStream {

  private AuditedStream() {}

  /**
   * Starts a stream.
   *
   * @param stream what an AI service returned; no handler set yet
   * @param onPiece gets the reply piece by piece; together they are the reply
   * @param onComplete runs after the last piece
   * @param onError gets what failed
   */
  public static void start(
      TokenStream stream,
      Consumer<String> onPiece,
      Runnable onComplete,
      Consumer<Throwable> onError) {
    stream
        .onCompleteResponse(
            response -> {
              pieces(response.aiMessage().text(), onPiece);
              onComplete.run();
            })
        .onError(onError)
        .start();
  }

  /** Word by word, each with the space after it. */
  private static void pieces(@Nullable String text, Consumer<String> onPiece) {
    int begin = 0;
    int end = text == null ? 0 : text.length();
    while (begin < end) {
      int space = text.indexOf(' ', begin);
      int next = space < 0 ? end : space + 1;
      onPiece.accept(text.substring(begin, next));
      begin = next;
    }
  }
}
