package dev.kubechat.sandbox.cluster.object;

/** An API group and version; the core group has the empty name. */
public record GroupVersion(String group, String version) {

    public static GroupVersion parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new GroupVersion("", text)
                : new GroupVersion(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
