package dev.kubechat.execute.pod;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What kubectl debug writes of a container into a pod that runs. */
public final class DebugContainer {

    // as Kubernetes draws letters by chance: none that make words
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX = 5;

    private DebugContainer() {}

    /**
     * A name that no container of the pod has. kubectl draws its letters by chance; here they follow from the pod, so that what was
     * approved is what is sent.
     */
    public static String name(String uid, Set<String> taken) {
        for (var number = 0; ; number++) {
            var name = "debugger-" + letters(uid + "/" + (taken.size() + number));
            if (!taken.contains(name)) {
                return name;
            }
        }
    }

    private static String letters(String of) {
        var digest = sha256(of);
        var letters = new StringBuilder();
        for (var i = 0; i < SUFFIX; i++) {
            letters.append(LETTERS.charAt((digest[i] & 0xff) % LETTERS.length()));
        }
        return letters.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What a profile grants.
     *
     * @param profile one of kubectl's; legacy grants nothing
     */
    public static void grant(ObjectNode container, String profile) {
        switch (profile) {
            case "general" -> capabilities(container, "SYS_PTRACE");
            case "netadmin" -> capabilities(container, "NET_ADMIN", "NET_RAW");
            case "sysadmin" -> container.putObject("securityContext").put("privileged", true);
            case "restricted" -> restrict(container.putObject("securityContext"));
            default -> {
                // legacy and baseline leave it to the server
            }
        }
    }

    private static void capabilities(ObjectNode container, String... names) {
        var add = container.putObject("securityContext").putObject("capabilities").putArray("add");
        for (var name : names) {
            add.add(name);
        }
    }

    private static void restrict(ObjectNode context) {
        context.putObject("capabilities").putArray("drop").add("ALL");
        context.put("runAsNonRoot", true).put("allowPrivilegeEscalation", false);
        context.putObject("seccompProfile").put("type", "RuntimeDefault");
    }

    /** A merge patch that adds the container behind those for debugging that the pod has. */
    public static ObjectNode patch(JsonNode pod, ObjectNode container) {
        var patch = JsonNodeFactory.instance.objectNode();
        var all = patch.putObject("spec").putArray("ephemeralContainers");
        pod.path("spec").path("ephemeralContainers").forEach(all::add);
        all.add(container);
        return patch;
    }
}
