package dev.kubechat.kubectl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which objects a command is about. */
public sealed interface Selection {

    /** The types spoken of, each once, in the order typed; none where only the files know. */
    List<ResourceType> types();

    /** Exactly these, each by its name; at least one. */
    record Named(List<ObjectName> objects) implements Selection {
        public Named {
            objects =
                    objects.size() == 1
                            ? List.copyOf(objects)
                            : objects.stream().distinct().toList();
            if (objects.isEmpty()) {
                throw new IllegalArgumentException("Named needs an object");
            }
        }

        @Override
        public List<ResourceType> types() {
            return objects.size() == 1
                    ? List.of(objects.getFirst().type())
                    : objects.stream().map(ObjectName::type).distinct().toList();
        }
    }

    /**
     * All objects of these types that fit the selectors, of which none is the same as "every object".
     *
     * @param labelSelector as typed, never blank
     * @param fieldSelector as typed, never blank
     * @param all whether {@code --all} was written, which changes ask for before they touch everything
     */
    record Matching(
            List<ResourceType> types,
            @Nullable String labelSelector,
            @Nullable String fieldSelector,
            boolean all)
            implements Selection {
        public Matching {
            types = types.size() == 1 ? List.copyOf(types) : types.stream().distinct().toList();
            if (types.isEmpty()) {
                throw new IllegalArgumentException("Matching needs a type");
            }
        }

        /** Whether nothing narrows it down. */
        public boolean isEverything() {
            return labelSelector == null && fieldSelector == null;
        }
    }

    /**
     * The objects of manifests.
     *
     * @param labelSelector only those of them that fit it; as typed, never blank
     */
    record InFiles(Manifests manifests, @Nullable String labelSelector) implements Selection {
        @Override
        public List<ResourceType> types() {
            return List.of();
        }
    }
}
