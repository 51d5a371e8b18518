package dev.empathy.chatbot.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes a request's body in, and hands the request on when all of it is there: who sends slowly
 * holds neither a thread nor a place in the queue. Who sends too slowly is refused, and who sends
 * too much. Of the latter's body the rest is read and thrown away before the answer: a sender that
 * looks for no answer before it is done would find the connection reset in place of one.
 *
 * <p>Jetty's handler of minimum rates counts the bytes of all requests together, and its limit of
 * sizes answers at once, so neither serves.
 */
final class BodyHandler extends Handler.Wrapper {

  /** How many times the limit is read of a body that is too large; beyond that it is cut off. */
  private static final int PATIENCE = 4;

  private final ServerLimits limits;
  private final long most;

  BodyHandler(ServerLimits limits, Handler inner) {
    super(inner);
    this.limits = limits;
    this.most = (long) PATIENCE * limits.requestBytes();
  }

  /** What came with a request that this class handed on. */
  static byte[] of(Request request) {
    return Request.as(request, Whole.class).body;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (request.getLength() > most) {
      refuse(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
    } else {
      new Intake(request, response, callback).run();
    }
    return true;
  }

  private static void refuse(Request request, Response response, Callback callback, int status) {
    Response.writeError(request, response, callback, status);
  }

  /** A request with its body. */
  private static final class Whole extends Request.Wrapper {

    private final byte[] body;

    Whole(Request request, byte[] body) {
      super(request);
      this.body = body;
    }
  }

  /** Takes one body in, by one thread at a time. */
  private final class Intake implements Runnable {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final long begun = System.nanoTime();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private long read;

    Intake(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    /** Reads what is there, and comes back when there is more. */
    @Override
    public void run() {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          if (isTooSlow()) {
            refuse(HttpStatus.REQUEST_TIMEOUT_408);
          } else {
            request.demand(this);
          }
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          boolean late = chunk.getFailure() instanceof TimeoutException;
          refuse(late ? HttpStatus.REQUEST_TIMEOUT_408 : HttpStatus.BAD_REQUEST_400);
          return;
        }
        take(chunk.getByteBuffer());
        boolean last = chunk.isLast();
        chunk.release();
        if (last || read > most) {
          done();
          return;
        }
      }
    }

    private void take(ByteBuffer bytes) {
      int count = bytes.remaining();
      read += count;
      if (read <= limits.requestBytes()) {
        byte[] some = new byte[count];
        bytes.get(some);
        body.write(some, 0, count);
      }
    }

    /** On the average since it began; the first seconds are free, as any network may falter. */
    private boolean isTooSlow() {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      return millis > limits.bodyGraceMillis() && read * 1000 < limits.bodyRate() * millis;
    }

    private void done() {
      if (read > limits.requestBytes()) {
        refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
        return;
      }
      try {
        if (!getHandler().handle(new Whole(request, body.toByteArray()), response, callback)) {
          refuse(HttpStatus.NOT_FOUND_404);
        }
      } catch (Exception e) {
        Response.writeError(request, response, callback, e);
      }
    }

    private void refuse(int status) {
      BodyHandler.refuse(request, response, callback, status);
    }
  }
}
