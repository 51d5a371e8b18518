package dev.empathy.research;

import dev.empathy.rubric.Location;
import dev.empathy.rubric.Source;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** From a file to YAML's nodes, in which every scalar is still the text that was written. */
final class YamlReader {

  private static final int MOST_CHARACTERS = 2 * 1024 * 1024;
  private static final int DEPTH = 20;

  private YamlReader() {}

  /**
   * A file's text.
   *
   * @throws ExperimentException if it is not UTF-8
   */
  static Source source(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Source(file.toString(), text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      Faults faults = new Faults(new Source(file.toString(), ""));
      unreadable(faults, "the file is not UTF-8", "save it as UTF-8");
      faults.orThrow();
      throw new IllegalStateException(e);
    }
  }

  /** The file's one document, or null where it is none; why is among the faults. */
  static @Nullable Node compose(Faults faults) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEPTH);
    options.setMaxAliasesForCollections(0);
    try {
      Node node = new Yaml(options).compose(new StringReader(faults.source().text()));
      if (node == null) {
        unreadable(faults, "nothing is written in this file", null);
      }
      return node;
    } catch (MarkedYAMLException e) {
      String problem = e.getProblem() == null ? "this is not YAML" : e.getProblem();
      Location at =
          e.getProblemMark() == null
              ? new Location(faults.source().file(), 1, 1)
              : faults.at(e.getProblemMark());
      faults.add(
          Code.NOT_YAML,
          new Place(at, 1),
          "",
          problem,
          "look at the indentation, the quotes and the brackets of this line and the one above");
    } catch (YAMLException e) {
      // A limit: of aliases, of depth, of length.
      unreadable(faults, "the file cannot be read: " + e.getMessage(), "aliases are not used here");
    }
    return null;
  }

  private static void unreadable(Faults faults, String message, @Nullable String hint) {
    Place start = new Place(new Location(faults.source().file(), 1, 1), 1);
    faults.add(Code.UNREADABLE, start, "", message, hint);
  }
}
