/** Rubrics in YAML: the reader and the rubrics that come with it. */
module dev.empathy.yaml {
  requires static org.jspecify;
  requires transitive dev.empathy.core;
  requires org.slf4j;
  requires org.yaml.snakeyaml;

  exports dev.empathy.yaml;
}
