package dev.kubechat.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an informer keeps of each object: its place, and the version of it that was seen, which the informer needs. The rest of an
 * object is forgotten as soon as it was read, so a pod takes a tenth of a kilobyte and not ten.
 */
final class KnownNames implements ItemStore<GenericKubernetesResource> {

    private final ConcurrentMap<String, String> versions = new ConcurrentHashMap<>();

    @Override
    public String getKey(GenericKubernetesResource object) {
        return key(object.getMetadata().getNamespace(), object.getMetadata().getName());
    }

    /** {@code NAMESPACE/NAME}, or {@code /NAME} for what lives in none. */
    private static String key(@Nullable String namespace, String name) {
        return (namespace == null ? "" : namespace) + "/" + name;
    }

    @Override
    public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource object) {
        var version = object.getMetadata().getResourceVersion();
        var before = versions.put(key, version == null ? "" : version);
        return before == null ? null : outline(key, before);
    }

    @Override
    public @Nullable GenericKubernetesResource remove(String key) {
        var before = versions.remove(key);
        return before == null ? null : outline(key, before);
    }

    @Override
    public @Nullable GenericKubernetesResource get(String key) {
        var version = versions.get(key);
        return version == null ? null : outline(key, version);
    }

    private static GenericKubernetesResource outline(String key, String version) {
        var slash = key.indexOf('/');
        var metadata = new ObjectMeta();
        metadata.setNamespace(slash == 0 ? null : key.substring(0, slash));
        metadata.setName(key.substring(slash + 1));
        metadata.setResourceVersion(version);
        var outline = new GenericKubernetesResource();
        outline.setMetadata(metadata);
        return outline;
    }

    @Override
    public Stream<String> keySet() {
        return versions.keySet().stream();
    }

    @Override
    public Stream<GenericKubernetesResource> values() {
        return versions.entrySet().stream().map(entry -> outline(entry.getKey(), entry.getValue()));
    }

    @Override
    public int size() {
        return versions.size();
    }

    @Override
    public boolean isFullState() {
        return false;
    }

    /** The names in a namespace, sorted; {@code ""} for what lives in none. */
    List<String> in(String namespace) {
        var prefix = namespace + "/";
        return versions.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList();
    }

    boolean has(String namespace, String name) {
        return versions.containsKey(namespace + "/" + name);
    }
}
