package dev.empathy.benchmarks.finders;

import dev.empathy.benchmarks.texts.Spans;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * LanguageTool, loaded apart: it brings another Lucene than Lucene Monitor. The system property
 * {@value #HOME} says where its module was built.
 */
public final class LanguageToolFinder implements PhraseFinder {

  /** Names the folder that holds {@code languagetool.jar} and {@code lib}. */
  public static final String HOME = "benchmarks.languagetool";

  private static final String CLASS = "dev.empathy.benchmarks.languagetool.LanguageToolSpans";

  private final Function<String, int[]> spans;

  public LanguageToolFinder(List<String> phrases) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader apart = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
    // It looks for its languages there.
    thread.setContextClassLoader(apart);
    try {
      @SuppressWarnings("unchecked")
      Function<String, int[]> made =
          (Function<String, int[]>)
              apart.loadClass(CLASS).getConstructor(List.class).newInstance(phrases);
      spans = made;
    } catch (ReflectiveOperationException fault) {
      throw new IllegalStateException("LanguageTool does not start", fault);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Why it cannot be measured, or nothing. */
  public static String whyNot() {
    return Files.exists(home().resolve("languagetool.jar")) ? "" : "its module is not built";
  }

  private static Path home() {
    return Path.of(System.getProperty(HOME, "languagetool/target"));
  }

  private static URL[] jars() {
    List<Path> jars = new ArrayList<>(List.of(home().resolve("languagetool.jar")));
    try (Stream<Path> libraries = Files.list(home().resolve("lib"))) {
      libraries.sorted().forEach(jars::add);
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    return jars.stream().map(Path::toFile).map(LanguageToolFinder::url).toArray(URL[]::new);
  }

  private static URL url(File file) {
    try {
      return file.toURI().toURL();
    } catch (MalformedURLException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void find(String text, Spans found) {
    int[] all = spans.apply(text);
    for (int i = 0; i < all.length; i += 2) {
      found.add(all[i], all[i + 1]);
    }
  }
}
