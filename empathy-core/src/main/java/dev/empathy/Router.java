package dev.empathy;

import dev.empathy.Evidence.Part;
import dev.empathy.RulePlan.ReadyRoute;
import dev.empathy.rubric.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a conversation should go, as soon as the customer has written. */
final class Router {

  private Router() {}

  /**
   * The routes that fire in a scene whose judged turn is the customer's, the first goes first; of
   * those with one name only the first.
   */
  static List<FiredRoute> fired(Scene scene, Depth depth) {
    Conditions conditions = new Conditions(scene, Outcomes.none(scene.program().plan().size()));
    List<FiredRoute> fired = new ArrayList<>();
    for (ReadyRoute ready : scene.program().plan().routes()) {
      if (conditions.test(ready.when()) == Truth.TRUE) {
        Explanation found = new Explanation(conditions, depth);
        found.add(ready.when(), Part.WHEN);
        Route route = ready.route();
        fired.add(
            new FiredRoute(
                route.name(),
                route.to(),
                route.priority(),
                ready.reason().fill(found),
                found.evidence(),
                route.at().toString()));
      }
    }
    if (fired.size() < 2) {
      return fired;
    }
    fired.sort(Comparator.comparingInt(FiredRoute::priority));
    Set<String> names = new HashSet<>();
    fired.removeIf(route -> !names.add(route.route()));
    return fired;
  }
}
