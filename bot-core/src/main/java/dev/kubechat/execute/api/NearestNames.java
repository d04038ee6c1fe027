package dev.kubechat.execute.api;

import dev.kubechat.kubectl.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Objects of about the name that was not found, among those that the person may list. */
public final class NearestNames {

    private static final String NAMES =
            "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json";
    private static final String MOST = "500";
    private static final int SHOWN = 3;

    private NearestNames() {}

    /** {@code Did you mean cart or card?}; empty if nothing is near or the person may not see. */
    public static String sentence(
            Api api, ApiResource resource, @Nullable String namespace, String name) {
        var list = api.get(ApiPath.of(resource, namespace).with("limit", MOST), NAMES);
        var names = new ArrayList<String>();
        list.json()
                .path("items")
                .forEach(item -> names.add(item.path("metadata").path("name").asString("")));
        return sentence(Near.several(name.toLowerCase(Locale.ROOT), names, SHOWN));
    }

    private static String sentence(List<String> near) {
        return switch (near.size()) {
            case 0 -> "";
            case 1 -> "Did you mean %s?".formatted(near.getFirst());
            default ->
                    "Did you mean %s or %s?"
                            .formatted(
                                    String.join(", ", near.subList(0, near.size() - 1)),
                                    near.getLast());
        };
    }
}
