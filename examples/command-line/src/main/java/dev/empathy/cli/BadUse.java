package dev.empathy.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What picocli cannot see of arguments: which of them go together. */
final class BadUse {

  private BadUse() {}

  /**
   * @throws ParameterException if it is wrong: the command then ends with {@link Main#BAD_INPUT}
   */
  static void refuse(CommandSpec command, boolean wrong, String why) {
    if (wrong) {
      throw new ParameterException(command.commandLine(), why);
    }
  }
}
