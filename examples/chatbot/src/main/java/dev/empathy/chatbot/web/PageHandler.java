package dev.empathy.chatbot.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with a file of the page, or with JSON. */
final class PageHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);

  private static final String JSON = "application/json";

  private final Api api;

  PageHandler(Api api) {
    this.api = api;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    Pages.Page page = HttpMethod.GET.is(request.getMethod()) ? Pages.at(path) : null;
    if (page != null) {
      send(response, callback, 200, page.type(), page.bytes());
      return true;
    }
    try {
      byte[] answer = api.answer(request.getMethod() + " " + path, body(request));
      send(response, callback, 200, JSON, answer);
    } catch (RefusedException e) {
      send(response, callback, e.status(), JSON, api.refusal(e));
    } catch (RuntimeException e) {
      // A message's text may stand in what it says.
      LOG.error("{} could not be answered: {}", path.length() > 20 ? "?" : path, e.getClass());
      RefusedException refused = new RefusedException(500, "something went wrong here");
      send(response, callback, refused.status(), JSON, api.refusal(refused));
    }
    return true;
  }

  /** Only JSON is read: a form on somebody else's page cannot send it unasked. */
  private static String body(Request request) {
    if (!HttpMethod.POST.is(request.getMethod())) {
      return "";
    }
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type == null || !type.startsWith(JSON)) {
      throw new RefusedException(415, "send " + JSON);
    }
    return new String(BodyHandler.of(request), StandardCharsets.UTF_8);
  }

  private static void send(
      Response response, Callback callback, int status, String type, byte[] bytes) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }
}
