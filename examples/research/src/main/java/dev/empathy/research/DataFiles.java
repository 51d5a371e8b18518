package dev.empathy.research;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Finds and reads data: JSONL, CSV and TSV. */
final class DataFiles {

  static final List<String> ENDINGS = List.of(".jsonl", ".csv", ".tsv");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Path folder;
  private final List<String> complaints;

  /**
   * @param folder the folder of all data
   * @param complaints receives what is wrong with lines; these are skipped
   */
  DataFiles(Path folder, List<String> complaints) {
    this.folder = folder;
    this.complaints = complaints;
  }

  /** The files that fit a pattern, relative to the folder, in the order of their names. */
  List<String> find(String pattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    int depth =
        pattern.contains("**") ? 16 : (int) pattern.chars().filter(c -> c == '/').count() + 1;
    try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(matcher::matches)
          .map(file -> file.toString().replace('\\', '/'))
          .filter(file -> ENDINGS.stream().anyMatch(lower(file)::endsWith))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Item> read(List<String> files) {
    List<Item> items = new ArrayList<>();
    for (String file : files) {
      try (BufferedReader reader =
          Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8)) {
        skipMark(reader);
        if (lower(file).endsWith(".jsonl")) {
          lines(reader, file, items);
        } else {
          table(reader, file, items);
        }
      } catch (CharacterCodingException e) {
        complaints.add(file + ": not UTF-8; what follows is not read");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return items;
  }

  /** Some programs begin UTF-8 with a byte order mark, which is no part of the text. */
  private static void skipMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
  }

  private void lines(BufferedReader reader, String file, List<Item> items) throws IOException {
    long number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        JsonNode node = JSON.readTree(line);
        if (node.isObject()) {
          items.add(new Item(node, file, number));
        } else {
          complaints.add(file + ":" + number + ": no JSON object; the line is skipped");
        }
      } catch (JsonProcessingException e) {
        // Its message would quote the line, which may be a customer's.
        complaints.add(file + ":" + number + ": not JSON; the line is skipped");
      }
    }
  }

  private void table(BufferedReader reader, String file, List<Item> items) throws IOException {
    CSVFormat format = lower(file).endsWith(".tsv") ? CSVFormat.TDF : CSVFormat.DEFAULT;
    CSVFormat withHeader =
        format
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();
    try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(withHeader).get()) {
      long line = parser.getCurrentLineNumber();
      for (CSVRecord row : parser) {
        if (row.isConsistent()) {
          items.add(new Item(item(row), file, line + 1));
        } else {
          complaints.add(
              file + ":" + (line + 1) + ": not as many cells as the header; the row is skipped");
        }
        line = parser.getCurrentLineNumber();
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      complaints.add(
          file
              + ": a column without a name, two of one name, or a quote that is not closed; what"
              + " follows is not read");
    }
  }

  /** A row by the names of its columns; an empty cell is absent. */
  private static ObjectNode item(CSVRecord row) {
    ObjectNode node = JSON.createObjectNode();
    row.toMap()
        .forEach(
            (name, cell) -> {
              if (!cell.isEmpty()) {
                node.put(name, cell);
              }
            });
    return node;
  }

  private static String lower(String file) {
    return file.toLowerCase(Locale.ROOT);
  }
}
