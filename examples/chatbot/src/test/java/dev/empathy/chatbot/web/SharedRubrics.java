package dev.empathy.chatbot.web;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.chatbot.Samples;
import dev.empathy.yaml.RubricYaml;

/** The built-in rubrics, of which the large one is compiled once for all tests. */
final class SharedRubrics {

  private SharedRubrics() {}

  static EmpathyEngine engine(String name) {
    return name.equals(Rubrics.DEFAULT)
        ? Samples.ENGINE
        : EmpathyEngine.compile(RubricYaml.builtIn(name), SelfTest.OFF);
  }
}
