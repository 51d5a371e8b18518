package dev.empathy.cli;

import dev.empathy.Detail;
import dev.empathy.Role;
import dev.empathy.rubric.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Enum constants under the lower-case names that the JSON uses. The enums themselves keep their
 * {@code toString}, as the two Jacksons disagree about it.
 */
final class Choices {

  private Choices() {}

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static String names(Class<? extends Enum<?>> type) {
    return names(Arrays.asList(type.getEnumConstants()));
  }

  private static String names(List<? extends Enum<?>> constants) {
    return constants.stream().map(Choices::name).collect(Collectors.joining(", "));
  }

  /** Reads one of some constants. */
  private abstract static class OneOf<E extends Enum<E>> implements ITypeConverter<E> {

    private final List<E> choices;

    OneOf(List<E> choices) {
      this.choices = choices;
    }

    @Override
    public E convert(String text) {
      for (E constant : choices) {
        if (name(constant).equals(text.toLowerCase(Locale.ROOT))) {
          return constant;
        }
      }
      throw new TypeConversionException(
          "expected one of " + names(choices) + ", not \"" + text + "\"");
    }
  }

  static final class Roles extends OneOf<Role> {
    Roles() {
      super(List.of(Role.values()));
    }
  }

  static final class Severities extends OneOf<Severity> {
    Severities() {
      super(List.of(Severity.values()));
    }
  }

  /** The formats of {@code assess}. */
  static final class ResultFormats extends OneOf<Format> {
    ResultFormats() {
      super(List.of(Format.values()));
    }
  }

  /** The formats of {@code lint}. */
  static final class IssueFormats extends OneOf<Format> {
    IssueFormats() {
      super(List.of(Format.TEXT, Format.JSON));
    }
  }

  /** The formats of {@code explain}. */
  static final class PageFormats extends OneOf<PageFormat> {
    PageFormats() {
      super(List.of(PageFormat.values()));
    }
  }

  /** The formats of {@code evaluate}. */
  static final class TableFormats extends OneOf<TableFormat> {
    TableFormats() {
      super(List.of(TableFormat.values()));
    }
  }

  static final class Details extends OneOf<Detail> {
    Details() {
      super(List.of(Detail.values()));
    }
  }

  static final class ColorModes extends OneOf<ColorMode> {
    ColorModes() {
      super(List.of(ColorMode.values()));
    }
  }
}
