package dev.kubechat.execute.api;

import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.InvalidName;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Where a command runs that takes its objects out of manifests and names no namespace: where all of them say that they live. */
public final class ManifestPlace {

    private ManifestPlace() {}

    /**
     * @param files what came with the command
     * @param usual where it runs if its objects name no namespace, do not all name one, or name several
     */
    public static Namespace of(KubectlCommand command, AttachedFiles files, Namespace usual) {
        var manifests = command.line().values("filename");
        if (manifests.isEmpty() || !(command.scope() instanceof Scope.Unsaid)) {
            return usual;
        }
        try {
            var named = named(manifests, files);
            return named.size() == 1 ? new Namespace(named.iterator().next()) : usual;
        } catch (No | InvalidName unreadable) {
            return usual; // whoever plans it says what is wrong
        }
    }

    // an empty name stands for those that name none
    private static Set<String> named(List<String> manifests, AttachedFiles files) {
        var named = new HashSet<String>();
        for (var manifest : manifests) {
            files.content(manifest)
                    .ifPresent(text ->
                            ManifestText.objects(manifest, text).stream()
                                    .filter(ManifestPlace::mayLiveInNamespace)
                                    .map(object ->
                                            object.path("metadata").path("namespace").asString(""))
                                    .forEach(named::add));
        }
        return named;
    }

    private static boolean mayLiveInNamespace(JsonNode object) {
        var apiVersion = object.path("apiVersion").asString("");
        var slash = apiVersion.indexOf('/');
        var kind = object.path("kind").asString("").toLowerCase(Locale.ROOT);
        return ResourceType.of(slash < 0 ? kind : kind + "." + apiVersion.substring(0, slash))
                .namespaced();
    }
}
