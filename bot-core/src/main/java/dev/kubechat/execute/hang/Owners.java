package dev.kubechat.execute.hang;

import dev.kubechat.execute.hang.Touch.Doing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who else sets what a step sets, and will set it again: GitOps, Helm, a controller that made the object, any other program. */
final class Owners {

    private static final List<String> RESTART_MARK =
            List.of("spec", "template", "metadata", "annotations");

    private final Surroundings around;

    Owners(Surroundings around) {
        this.around = around;
    }

    List<String> of(Touch touch) {
        var keeper = Keeper.of(touch.before());
        return switch (touch.doing()) {
            case MAKE, EVICT, CONNECT -> List.of();
            case DELETE, ORPHAN ->
                    Deletions.isAlready(touch)
                            ? List.of()
                            : keeper.map(one -> one.makesAgain(touch.called())).stream().toList();
            case CHANGE, RESTART -> ofChange(touch, keeper.orElse(null));
        };
    }

    private List<String> ofChange(Touch touch, @Nullable Keeper keeper) {
        var managers = new FieldManagers(touch.before());
        var byManager = new LinkedHashMap<String, List<List<String>>>();
        var applied = new ArrayList<String>();
        for (var field : touch.fields()) {
            managers.of(field)
                    .forEach((manager, applies) -> {
                        byManager.computeIfAbsent(manager, _ -> new ArrayList<>()).add(field);
                        if (applies) {
                            applied.add(manager);
                        }
                    });
        }
        var sentences = new ArrayList<String>();
        if (keeper != null) {
            keeper(touch, keeper, byManager).ifPresent(sentences::add);
        }
        byManager.forEach((manager, fields) -> {
            if (keeper == null || !keeper.is(manager)) {
                sentences.add(
                        "\"%s\" also sets %s of %s, and %s."
                                .formatted(
                                        manager,
                                        FieldWords.names(fields, touch.before()),
                                        touch.called(),
                                        again(touch, fields, applied.contains(manager))));
            }
        });
        controller(touch).ifPresent(sentences::add);
        return sentences;
    }

    private static String again(Touch touch, List<List<String>> fields, boolean applies) {
        var value = FieldWords.value(fields, touch.before());
        var what = value.isEmpty() ? "them as they were" : value;
        if (value.isEmpty() && fields.size() == 1) {
            what = "it as it was";
        }
        return applies ? "will set %s again".formatted(what) : "may set %s again".formatted(what);
    }

    private static Optional<String> keeper(
            Touch touch, Keeper keeper, Map<String, List<List<String>>> byManager) {
        var fields =
                byManager.entrySet().stream()
                        .filter(entry -> keeper.is(entry.getKey()))
                        .flatMap(entry -> entry.getValue().stream())
                        .distinct()
                        .toList();
        if (!fields.isEmpty()) {
            return Optional.of(
                    keeper.setsAgain(touch.called(), FieldWords.settings(fields, touch.before())));
        }
        var onlyMarks =
                touch.fields().stream()
                        .allMatch(field ->
                                field.size() >= RESTART_MARK.size()
                                        && field.subList(0, RESTART_MARK.size())
                                                .equals(RESTART_MARK));
        return onlyMarks || touch.doing() == Doing.RESTART
                ? Optional.empty()
                : Optional.of(
                        "%s manages %s: change it there if this is to stay."
                                .formatted(keeper.called(), touch.called()));
    }

    private Optional<String> controller(Touch touch) {
        var marksOnly =
                touch.fields().stream().allMatch(field -> field.getFirst().equals("metadata"));
        if (marksOnly) {
            return Optional.empty();
        }
        return Pods.controller(touch.before())
                .map(owner -> {
                    var name =
                            owner.path("kind").asString("") + " " + owner.path("name").asString("");
                    if (touch.is("pods", "")) {
                        return "%s belongs to %s: this is gone when the pod is replaced. Change it there."
                                .formatted(touch.called(), topOwner(touch, name));
                    }
                    return touch.is("replicasets", "apps")
                            ? "%s belongs to %s, which will set %s again: change it there."
                                    .formatted(
                                            touch.called(),
                                            name,
                                            FieldWords.settings(touch.fields(), touch.before()))
                            : "%s belongs to %s, which may undo this: change it there."
                                    .formatted(touch.called(), name);
                });
    }

    // people know the deployment, not the replica set between
    private String topOwner(Touch touch, String name) {
        if (!name.startsWith("ReplicaSet ")) {
            return name;
        }
        var set = name.substring("ReplicaSet ".length());
        return around.get(Surroundings.Resource.apps("replicasets"), touch.namespace(), set)
                .flatMap(Pods::controller)
                .map(owner ->
                        owner.path("kind").asString("") + " " + owner.path("name").asString(""))
                .orElse(name);
    }
}
