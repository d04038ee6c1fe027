package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.NodeCommand;
import dev.kubechat.kubectl.Taint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code kubectl cordon}, {@code uncordon} and {@code taint}: what nodes take. */
final class NodeVerb {

    private final Sight sight;
    private final Alteration alteration;

    NodeVerb(Sight sight, Alteration alteration) {
        this.sight = sight;
        this.alteration = alteration;
    }

    /** @throws No if a taint may not be set or is not there, or the server refuses */
    List<Planning> plan(NodeCommand command) {
        return new Chosen(sight)
                .each(command.selection(), command.scope(), node -> plan(command, node));
    }

    private Planning plan(NodeCommand command, Seen node) {
        return switch (command) {
            case NodeCommand.Cordon _ -> unschedulable(node, true, "cordoned");
            case NodeCommand.Uncordon _ -> unschedulable(node, false, "uncordoned");
            case NodeCommand.TaintNodes taint -> taint(node, taint);
            case NodeCommand.Drain _ -> throw new IllegalArgumentException("a drain is no change");
        };
    }

    /** @param done what kubectl calls it: {@code cordoned} */
    Planning unschedulable(Seen node, boolean unschedulable, String done) {
        var patch = Reply.JSON.createObjectNode();
        var spec = patch.putObject("spec");
        if (unschedulable) {
            spec.put("unschedulable", true);
        } else {
            spec.putNull("unschedulable");
        }
        return alteration.change(
                node,
                Alteration.MERGE,
                patch.toString(),
                "",
                node.called() + " " + done,
                node.called() + " already " + done);
    }

    private record Existing(String key, String effect, JsonNode whole) {

        static Existing of(JsonNode taint) {
            return new Existing(
                    taint.path("key").asString(""), taint.path("effect").asString(""), taint);
        }

        boolean is(Taint taint) {
            var effect = taint.effect();
            return key.equals(taint.key())
                    && (effect == null || this.effect.equals(effect.typed()));
        }
    }

    private Planning taint(Seen node, NodeCommand.TaintNodes command) {
        var there =
                node.object().path("spec").path("taints").valueStream().map(Existing::of).toList();
        if (!command.overwrite()) {
            checkFree(node, there, command.added());
        }
        var taints = new ArrayList<Existing>();
        command.added().forEach(taint -> taints.add(Existing.of(json(taint, there))));
        there.stream()
                .filter(old -> command.added().stream().noneMatch(old::is))
                .forEach(taints::add);
        var added = taints.size() != there.size();
        for (var gone : command.removed()) {
            if (!taints.removeIf(old -> old.is(gone))) {
                throw No.saying("taint \"%s\" not found".formatted(gone));
            }
        }
        var patch = Reply.JSON.createObjectNode();
        var list = patch.putObject("spec").putArray("taints");
        taints.forEach(taint -> list.add(taint.whole()));
        var done = node.called() + " " + done(added, command);
        return alteration.change(node, Alteration.MERGE, patch.toString(), "", done, done);
    }

    private static void checkFree(Seen node, List<Existing> there, List<Taint> added) {
        var taken =
                added.stream()
                        .filter(taint -> there.stream().anyMatch(old -> old.is(taint)))
                        .map(Taint::key)
                        .collect(Collectors.joining(","));
        if (!taken.isEmpty()) {
            throw No.saying(
                    "node %s already has %s taint(s) with same effect(s) and --overwrite is false"
                            .formatted(node.name(), taken));
        }
    }

    private static JsonNode json(Taint taint, List<Existing> there) {
        var same =
                there.stream()
                        .filter(old -> old.is(taint))
                        .map(Existing::whole)
                        .filter(old -> old.path("value").asString("").equals(taint.value()))
                        .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        var json = Reply.JSON.createObjectNode().put("key", taint.key());
        if (!taint.value().isEmpty()) {
            json.put("value", taint.value());
        }
        return json.put("effect", effect(taint.effect()));
    }

    private static String effect(Taint.@Nullable Effect effect) {
        return effect == null ? "" : effect.typed();
    }

    private static String done(boolean added, NodeCommand.TaintNodes command) {
        if ((added && !command.removed().isEmpty()) || command.overwrite()) {
            return "modified";
        }
        return added ? "tainted" : "untainted";
    }
}
