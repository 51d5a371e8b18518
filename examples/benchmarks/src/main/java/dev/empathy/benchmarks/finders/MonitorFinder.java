package dev.empathy.benchmarks.finders;

import dev.empathy.benchmarks.texts.Spans;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.search.PhraseQuery;

/** Lucene Monitor: a phrase query each, all of them asked of each message. */
public final class MonitorFinder implements PhraseFinder {

  private static final String FIELD = "text";

  private final Monitor monitor;
  private final FieldType type = new FieldType(TextField.TYPE_NOT_STORED);

  public MonitorFinder(List<String> phrases) {
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    try {
      monitor = new Monitor(new Words());
      List<MonitorQuery> queries = new ArrayList<>();
      for (String phrase : phrases) {
        queries.add(new MonitorQuery(phrase, new PhraseQuery(FIELD, phrase.split(" "))));
      }
      monitor.register(queries);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void find(String text, Spans found) {
    Document document = new Document();
    document.add(new Field(FIELD, text, type));
    try {
      for (HighlightsMatch match : monitor.match(document, HighlightsMatch.MATCHER).getMatches()) {
        for (HighlightsMatch.Hit hit : match.getHits(FIELD)) {
          found.add(hit.startOffset, hit.endOffset);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Words in small letters, with one kind of apostrophe. */
  private static final class Words extends Analyzer {

    private static final NormalizeCharMap APOSTROPHES = apostrophes();

    private static NormalizeCharMap apostrophes() {
      NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
      map.add("\u2019", "'");
      return map.build();
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
      return new MappingCharFilter(APOSTROPHES, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(words, new LowerCaseFilter(words));
    }
  }
}
