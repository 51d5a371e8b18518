package dev.empathy.research;

import dev.empathy.Role;
import dev.empathy.rubric.Source;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** From YAML to an {@link Experiment}. */
final class ExperimentDecoder {

  private static final Map<String, Role> ROLES = roles();

  private final Faults faults;
  private final Map<String, DataSet> data = new LinkedHashMap<>();

  /** Data sets with a fault: nobody is to read that they are not there, too. */
  private final Set<String> broken = new HashSet<>();

  private ExperimentDecoder(Faults faults) {
    this.faults = faults;
  }

  /**
   * @throws ExperimentException with everything that is wrong with it
   */
  static Experiment decode(Source source) {
    Faults faults = new Faults(source);
    Node root = YamlReader.compose(faults);
    faults.orThrow();
    Experiment experiment = root == null ? null : new ExperimentDecoder(faults).experiment(root);
    faults.orThrow();
    if (experiment == null) {
      throw new IllegalStateException("nothing was read and nothing was wrong");
    }
    return experiment;
  }

  private @Nullable Experiment experiment(Node root) {
    Form form =
        Form.closed(root, "", faults, ordered("experiment", "about", "may-lack", "data", "tasks"));
    String name = form.requireText("experiment");
    Set<String> mayLack = new LinkedHashSet<>();
    form.list("may-lack").forEach(lacked -> mayLack.add(lacked.id()));
    Node sets = form.require("data");
    Node tasks = form.require("tasks");
    if (name == null || sets == null || tasks == null) {
      return null;
    }
    Form named = Form.open(sets, "data", faults);
    named.names().forEach(set -> data(named, set));
    return new Experiment(name, form.text("about"), faults.source(), mayLack, tasks(tasks));
  }

  // Data.

  private void data(Form sets, String name) {
    Form form =
        Form.closed(
            node(sets, name),
            sets.path(name),
            faults,
            ordered("files", "where", "text", "role", "context"));
    Named files = form.requireName("files");
    Named text = form.has("text") ? form.name("text") : new Named("text", form.at());
    DataSet.Writer role = role(form);
    List<Filter> where = FilterDecoder.where(form);
    DataSet.Context context = context(form);
    if (files != null) {
      pattern(form, files);
    }
    if (files != null && text != null && role != null) {
      data.put(name, new DataSet(sets.named(name), files, where, text, role, context));
    } else {
      broken.add(name);
    }
  }

  private void pattern(Form form, Named files) {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + files.id());
    } catch (PatternSyntaxException e) {
      form.fault(Code.BAD_VALUE, "files", "not a pattern of files: " + e.getDescription(), null);
    }
    if (DataFiles.ENDINGS.stream().noneMatch(files.id()::endsWith)) {
      form.fault(
          Code.BAD_VALUE,
          "files",
          "a pattern has to end with one of " + String.join(", ", DataFiles.ENDINGS),
          null);
    }
  }

  private DataSet.@Nullable Writer role(Form form) {
    Node node = form.require("role");
    if (node instanceof MappingNode) {
      Form said = Form.closed(node, form.path("role"), faults, ordered("field"));
      Named field = said.requireName("field");
      return field == null ? null : new DataSet.Said(field);
    }
    Role role = node == null ? null : form.choice("role", ROLES);
    return role == null ? null : new DataSet.Always(role);
  }

  private DataSet.@Nullable Context context(Form form) {
    Node node = form.node("context");
    if (!(node instanceof MappingNode)) {
      List<Named> fields = form.list("context");
      return fields.isEmpty() ? null : new DataSet.Fields(fields);
    }
    Form context =
        Form.closed(node, form.path("context"), faults, ordered("field", "speakers", "earlier"));
    if (context.has("earlier")) {
      Named earlier = context.name("earlier");
      return earlier == null ? null : new DataSet.Earlier(earlier);
    }
    Named field = context.requireName("field");
    Node speakers = context.require("speakers");
    return field == null || speakers == null
        ? null
        : new DataSet.Lines(field, speakers(speakers, context.path("speakers")));
  }

  private Map<String, Role> speakers(Node node, String path) {
    Map<String, Role> speakers = new LinkedHashMap<>();
    Form form = Form.open(node, path, faults);
    for (String speaker : form.names()) {
      Role role = form.choice(speaker, ROLES);
      if (role != null) {
        speakers.put(speaker, role);
      }
    }
    return speakers;
  }

  // Tasks.

  private List<Task> tasks(Node node) {
    List<Task> tasks = new ArrayList<>();
    Form form = Form.open(node, "tasks", faults);
    for (String name : form.names()) {
      Task task = task(form, name);
      if (task != null) {
        tasks.add(task);
        tasks.addAll(task.labels());
      }
    }
    return tasks;
  }

  private @Nullable Task task(Form tasks, String name) {
    Form form =
        Form.closed(
            node(tasks, name),
            tasks.path(name),
            faults,
            ordered(
                "data",
                "where",
                "gold",
                "reading",
                "labels",
                "measure",
                "group",
                "cluster",
                "floor",
                "published"));
    DataSet set = set(form);
    List<Filter> where = FilterDecoder.where(form);
    List<Task.Part> parts = parts(form);
    Measure measure =
        form.require("measure") == null ? null : form.choice("measure", Measure.BY_NAME);
    Named group = form.name("group");
    Named cluster = form.name("cluster");
    Form floor = floor(form);
    Double least = floor == null ? floorNumber(form) : floor.number("value");
    String by = floor == null ? null : floor.text("by");
    String published = form.text("published");
    if (set == null || measure == null || parts.isEmpty()) {
      return null;
    }
    Task task =
        new Task(
            tasks.named(name), set, where, parts, measure, group, cluster, least, by, published);
    Fitting.check(task, form);
    return task;
  }

  private @Nullable DataSet set(Form form) {
    Named name = form.requireName("data");
    return name == null || broken.contains(name.id()) ? null : form.choice("data", data);
  }

  private @Nullable Form floor(Form form) {
    Node node = form.node("floor");
    return node instanceof MappingNode
        ? Form.closed(node, form.path("floor"), faults, ordered("value", "by"))
        : null;
  }

  private @Nullable Double floorNumber(Form form) {
    return form.has("floor") ? form.number("floor") : null;
  }

  private List<Task.Part> parts(Form form) {
    Node labels = form.node("labels");
    if (labels == null) {
      Task.Part part = part(form, null);
      return part == null ? List.of() : List.of(part);
    }
    if (form.has("gold") || form.has("reading")) {
      form.fault(
          Code.MISFIT, "labels", "labels bring a gold and a reading each; here are both", null);
    }
    List<Task.Part> parts = new ArrayList<>();
    Form named = Form.open(labels, form.path("labels"), faults);
    for (String label : named.names()) {
      Form inner =
          Form.closed(node(named, label), named.path(label), faults, ordered("gold", "reading"));
      Task.Part part = part(inner, named.named(label));
      if (part != null) {
        parts.add(part);
      }
    }
    return parts.size() == named.names().size() ? parts : List.of();
  }

  private Task.@Nullable Part part(Form form, @Nullable Named label) {
    Node reading = form.require("reading");
    Reading read =
        reading == null ? null : new ReadingDecoder(faults).decode(reading, form.path("reading"));
    Gold gold = FilterDecoder.gold(form);
    boolean sound = read != null && (gold != null || !form.has("gold"));
    return sound ? new Task.Part(label, gold, read) : null;
  }

  private static Node node(Form form, String name) {
    Node node = form.node(name);
    if (node == null) {
      throw new IllegalArgumentException(name);
    }
    return node;
  }

  private static Set<String> ordered(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }

  private static Map<String, Role> roles() {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      roles.put(Words.of(role), role);
    }
    return roles;
  }
}
