package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ManifestObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Namespaces that earlier steps of the same manifest make: what goes into them no server can try before. */
final class NewNamespaces {

    private static final int MOST_NAMED = 10;

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, List<String>> untried = new LinkedHashMap<>();

    /** Whether the object goes into one of them; it is kept in mind for {@link #explained}. */
    boolean await(ManifestObject object) {
        var namespace = object.namespace();
        if (namespace == null || !places.containsKey(namespace)) {
            return false;
        }
        untried.computeIfAbsent(namespace, _ -> new ArrayList<>())
                .add(object.resource().called(object.name()));
        return true;
    }

    /** @param place of the planning in the list of all */
    void planned(ManifestObject object, Planning planning, int place) {
        var makes = planning.step().filter(step -> step.action() == Step.Action.CREATE).isPresent();
        if (makes && object.resource().is("namespaces", "")) {
            places.putIfAbsent(object.name(), place);
        }
    }

    /** The plannings, with a sentence on what was not tried where its namespace is made. */
    List<Planning> explained(List<Planning> plannings) {
        var all = new ArrayList<>(plannings);
        untried.forEach((namespace, objects) -> {
            var place = Objects.requireNonNull(places.get(namespace));
            all.set(place, all.get(place).telling(sentence(plannings, place, namespace, objects)));
        });
        return all;
    }

    private static String sentence(
            List<Planning> plannings, int place, String namespace, List<String> objects) {
        var step =
                plannings.subList(0, place + 1).stream()
                        .filter(planning -> planning.step().isPresent())
                        .count();
        return "Not tried by the server, as step %d only makes their namespace %s: %s."
                .formatted(step, namespace, named(objects));
    }

    private static String named(List<String> objects) {
        var some = objects.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        var more = objects.size() - MOST_NAMED;
        return more > 0 ? "%s and %d more".formatted(some, more) : some;
    }
}
