package dev.empathy.cli;

import picocli.CommandLine.Option;

/** The option {@code --color} of every command that can print in colour. */
final class ColorOption {

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      converter = Choices.ColorModes.class,
      description = "auto (default), always or never.")
  private ColorMode mode = ColorMode.AUTO;

  ColorMode mode() {
    return mode;
  }
}
