package dev.empathy.chatbot.web;

import dev.empathy.chatbot.langchain4j.Chat;
import dev.empathy.rubric.RubricException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** {@code serve [--host HOST] [--port PORT] [RUBRIC.yaml]…}, or {@code serve chat}. */
public final class Serve {

  private static final int PORT = 8080;

  private static final String USAGE =
      """
      serve [--host HOST] [--port PORT] [RUBRIC.yaml]...

        --host HOST   the address to listen on (127.0.0.1: nobody else can reach it)
        --port PORT   the port, 0 for any that is free (8080)
        RUBRIC.yaml   rubrics to choose from beside the built-in ones; edit them while it runs

      serve chat      a chat in the terminal instead, of which you are the customer
      """;

  private Serve() {}

  private record Options(String host, int port, List<Path> rubrics) {}

  public static void main(String[] args) throws Exception {
    if (List.of(args).contains("--help")) {
      System.out.print(USAGE);
      return;
    }
    if (args.length == 1 && args[0].equals("chat")) {
      Chat.run(
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
          new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
          System.getenv());
      return;
    }
    try {
      Options options = options(List.of(args));
      EmpathyServer server =
          EmpathyServer.start(
              options.host(), options.port(), options.rubrics(), ServerLimits.DEFAULT);
      System.out.println("open " + server.uri() + " (stop with Ctrl-C)");
      server.warmUp();
      server.await();
    } catch (RubricException | IllegalArgumentException | java.io.IOException e) {
      System.err.println("serve: " + e.getMessage());
      System.exit(2);
    }
  }

  private static Options options(List<String> args) {
    String host = "127.0.0.1";
    int port = PORT;
    List<Path> rubrics = new ArrayList<>();
    for (Iterator<String> i = args.iterator(); i.hasNext(); ) {
      String arg = i.next();
      if (arg.equals("--host") && i.hasNext()) {
        host = i.next();
      } else if (arg.equals("--port") && i.hasNext()) {
        port = Integer.parseInt(i.next());
      } else if (arg.startsWith("-")) {
        throw new IllegalArgumentException("no such option: " + arg + "\n" + USAGE);
      } else {
        rubrics.add(Path.of(arg));
      }
    }
    return new Options(host, port, rubrics);
  }
}
