package dev.empathy.yaml;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What an editor sees: YAML 1.2, then the schema. */
final class Validation {

  private static final URI NAME = URI.create("urn:rubric");
  private static final Validator VALIDATOR = validator();

  private Validation() {}

  /** The faults that the schema finds. */
  static List<Error> errors(String yaml) {
    return VALIDATOR.validate(NAME, yaml).getErrors();
  }

  static boolean valid(String yaml) {
    return VALIDATOR.validate(NAME, yaml).isValid();
  }

  private static Validator validator() {
    Validator validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new SnakeYamlNode.Factory(yaml()))
            .createValidator();
    validator.registerSchema(NAME, RubricYaml.schema());
    return validator;
  }

  private static Yaml yaml() {
    LoaderOptions loading = new LoaderOptions();
    DumperOptions dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(loading), new Representer(dumping), dumping, loading, new Core());
  }

  /** The core schema of YAML 1.2.2, section 10.3.2; SnakeYAML itself speaks YAML 1.1. */
  private static final class Core extends Resolver {

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, Pattern.compile("^(?:~|null|Null|NULL|)$"), "~nN\0");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
      addImplicitResolver(
          Tag.BOOL, Pattern.compile("^(?:true|True|TRUE|false|False|FALSE)$"), "tTfF");
      // Whole numbers too: as integers SnakeYAML would take those that begin with 0 as octal.
      addImplicitResolver(
          Tag.FLOAT,
          Pattern.compile("^[-+]?([.][0-9]+|[0-9]+([.][0-9]*)?)([eE][-+]?[0-9]+)?$"),
          "-+.0123456789");
    }
  }
}
