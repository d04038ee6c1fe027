package dev.kubechat.execute.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code --sort-by}: by numbers, quantities or texts that a path finds, in kubectl's very order. */
public final class SortBy {

    private record Keyed<T>(T item, boolean found, @Nullable Object key) {}

    private final String path;

    private SortBy(String path) {
        this.path = path;
    }

    /**
     * @param typed as given to {@code --sort-by}
     * @param object what the path is looked up in
     * @return the items in order
     * @throws PrintError if the path cannot be read, finds nothing in any of them, or finds what has no order
     */
    public static <T> List<T> sorted(
            List<T> items, String typed, Function<T, @Nullable Object> object) {
        return new SortBy(Relaxed.path(typed)).sort(items, object);
    }

    /** The rows of a table, for which kubectl takes a path as it stands where it knows no simpler form of it. */
    public static <T> List<T> rows(
            List<T> items, String typed, Function<T, @Nullable Object> object) {
        return new SortBy(Relaxed.isPath(typed) ? Relaxed.path(typed) : typed).sort(items, object);
    }

    private <T> List<T> sort(List<T> items, Function<T, @Nullable Object> object) {
        var nodes = PathParser.parse(path);
        var keyed = new ArrayList<Keyed<T>>();
        for (var item : items) {
            var found = JsonPath.find(nodes, object.apply(item));
            var has = !found.isEmpty() && !found.getFirst().isEmpty();
            keyed.add(new Keyed<>(item, has, has ? found.getFirst().getFirst() : null));
        }
        if (!items.isEmpty() && keyed.stream().noneMatch(Keyed::found)) {
            throw new PrintError(
                    "couldn't find any field with path %s in the list of objects"
                            .formatted(GoText.quoted(path)));
        }
        GoSort.sort(keyed, this::isLess);
        return keyed.stream().map(Keyed::item).toList();
    }

    private <T> boolean isLess(Keyed<T> one, Keyed<T> other) {
        if (!one.found()) {
            return true;
        }
        return other.found() && isLess(one.key(), other.key());
    }

    private boolean isLess(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null && other != null;
        }
        if (one instanceof Long a && other instanceof Long b) {
            return a < b;
        }
        if (one instanceof Double a && other instanceof Double b) {
            return a < b;
        }
        if (one instanceof String a && other instanceof String b) {
            return isLess(a, b);
        }
        var inside = one instanceof Map || one instanceof List || one instanceof Boolean;
        throw new PrintError(
                "Field %s is an unsortable type: interface, err: unsortable %s"
                        .formatted(
                                path,
                                inside ? "type: " + GoText.type(one) : "interface: interface"));
    }

    private static boolean isLess(String one, String other) {
        var a = Quantity.of(one);
        var b = a == null ? null : Quantity.of(other);
        if (a == null || b == null) {
            return Comparing.compare(one, other) < 0;
        }
        return a.compareTo(b) < 0;
    }
}
