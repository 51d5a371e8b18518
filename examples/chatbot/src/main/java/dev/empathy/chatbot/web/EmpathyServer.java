package dev.empathy.chatbot.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP interface and the page, on a server of Jetty's. */
final class EmpathyServer implements AutoCloseable {

  private static final int THREADS = 16;

  private final Server server;
  private final ServerConnector connector;
  private final ScheduledExecutorService timer;
  private final Rubrics rubrics;

  private EmpathyServer(
      Server server, ServerConnector connector, ScheduledExecutorService timer, Rubrics rubrics) {
    this.rubrics = rubrics;
    this.server = server;
    this.connector = connector;
    this.timer = timer;
  }

  /**
   * Starts.
   *
   * @param host the address to listen on
   * @param port the port, or 0 for one that is free
   * @param files rubrics beyond those built in; they may be edited meanwhile
   * @param limits what it takes on
   * @throws dev.empathy.rubric.RubricException if a file is no sound rubric
   */
  static EmpathyServer start(String host, int port, List<Path> files, ServerLimits limits)
      throws Exception {
    return start(host, port, new Rubrics(files, limits), limits);
  }

  static EmpathyServer start(String host, int port, Rubrics rubrics, ServerLimits limits)
      throws Exception {
    Server server = new Server(threads());
    ServerConnector connector = connector(server, host, port, limits);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    BodyHandler bodies = new BodyHandler(limits, queue(new PageHandler(new Api(rubrics)), limits));
    server.setHandler(new GateHandler(isLoopback(host), bodies));
    server.setErrorHandler(new PlainErrors());
    server.start();
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(EmpathyServer::daemon);
    timer.scheduleWithFixedDelay(rubrics::reloadIfChanged, 1, 1, TimeUnit.SECONDS);
    return new EmpathyServer(server, connector, timer, rubrics);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "rubrics");
    thread.setDaemon(true);
    return thread;
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("http");
    threads.setDaemon(false);
    return threads;
  }

  private static ServerConnector connector(
      Server server, String host, int port, ServerLimits limits) {
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(limits.headerBytes());
    http.setSendServerVersion(false);
    http.setIdleTimeout(limits.idleMillis());
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(limits.idleMillis());
    server.addConnector(connector);
    return connector;
  }

  private static QoSHandler queue(PageHandler handler, ServerLimits limits) {
    QoSHandler queue = new QoSHandler(handler);
    queue.setMaxRequestCount(limits.concurrent());
    queue.setMaxSuspendedRequestCount(limits.waiting());
    queue.setMaxSuspend(Duration.ofMillis(limits.waitMillis()));
    return queue;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Compiles the first rubric, so that nobody has to wait for it. */
  void warmUp() {
    rubrics.engine(null, null);
  }

  /** Where it listens. */
  URI uri() {
    String host = connector.getHost();
    return URI.create(
        "http://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + connector.getLocalPort()
            + "/");
  }

  void await() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    rubrics.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    }
  }

  /** Says what is wrong and nothing of what was asked. */
  private static final class PlainErrors extends ErrorHandler {

    private static String sentence(int status) {
      return switch (status) {
        case 403 -> "only a page of this server may ask, by this server's name";
        case 408 -> "the request comes too slowly";
        case 413 -> "the request is too large";
        case 503 -> "too many requests at once; try again in a moment";
        default -> "status " + status;
      };
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      HttpFields.Mutable headers = response.getHeaders();
      headers.put(HttpHeader.CONTENT_TYPE, "application/json");
      String text = "{\"error\":\"" + sentence(response.getStatus()) + "\"}";
      response.write(true, StandardCharsets.UTF_8.encode(text), callback);
      return true;
    }
  }
}
