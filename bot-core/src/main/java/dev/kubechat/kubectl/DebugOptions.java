package dev.kubechat.kubectl;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The container that debug starts, and where.
 *
 * @param image null only in a copy of the pod
 * @param container its name; null for any
 * @param pullPolicy Always, IfNotPresent or Never; null leaves it to the image's tag
 * @param variables by name
 * @param profile what it may do, like general or sysadmin
 * @param custom file with fields of the container; null for none
 * @param target the container whose processes it sees; null for none
 * @param argumentsOnly whether the words behind {@code --} are arguments and no program
 * @param copy null if it starts in the pod itself
 */
public record DebugOptions(
        @Nullable String image,
        @Nullable String container,
        @Nullable String pullPolicy,
        SortedMap<String, String> variables,
        String profile,
        @Nullable String custom,
        @Nullable String target,
        boolean argumentsOnly,
        @Nullable Copy copy) {

    private static final List<String> PROFILES =
            List.of("legacy", "general", "baseline", "restricted", "netadmin", "sysadmin");

    public DebugOptions {
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    /**
     * A copy of the pod in which it starts.
     *
     * @param name of the copy
     * @param replace whether the old pod goes
     * @param sameNode whether it has to be on the same node
     * @param images other images, by container; {@code *} for all
     * @param shareProcesses null for the usual
     * @param kept flags like keep-labels that are not as usual, by name
     */
    public record Copy(
            String name,
            boolean replace,
            boolean sameNode,
            SortedMap<String, String> images,
            @Nullable Boolean shareProcesses,
            SortedMap<String, Boolean> kept) {
        public Copy {
            images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
            kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
        }
    }

    private static final List<String> KEEP =
            List.of(
                    "keep-annotations",
                    "keep-init-containers",
                    "keep-labels",
                    "keep-liveness",
                    "keep-readiness",
                    "keep-startup");

    static DebugOptions of(Said said, List<String> program) {
        String image = said.text("image");
        String container = said.text("container");
        String profile = said.reading("profile").flag("profile");
        if (profile != null && !PROFILES.contains(profile)) {
            throw new Unreadable(
                    "--profile is one of %s, and not %s."
                            .formatted(String.join(", ", PROFILES), Shown.quoted(profile)));
        }
        Copy copy = copy(said);
        check(said, copy, program);
        return new DebugOptions(
                image == null ? null : Syntax.image(image),
                container,
                NewPod.pullPolicy(said),
                map(said, "env"),
                profile == null ? "general" : profile,
                said.text("custom"),
                said.text("target"),
                said.is("arguments-only"),
                copy);
    }

    private static SortedMap<String, String> map(Said said, String flag) {
        var map = new TreeMap<String, String>();
        said.list(flag).forEach(pair -> map.put(GoValues.key(pair), GoValues.value(pair)));
        return map;
    }

    private static @Nullable Copy copy(Said said) {
        String name = said.text("copy-to");
        boolean replace = said.is("replace");
        boolean sameNode = said.is("same-node");
        var images = map(said, "set-image");
        Boolean share = said.choice("share-processes");
        var kept = new TreeMap<String, Boolean>();
        for (String flag : KEEP) {
            Boolean choice = said.choice(flag);
            if (choice != null && choice != flag.equals("keep-init-containers")) {
                kept.put(flag, choice);
            }
        }
        if (name == null) {
            if (replace || sameNode || !images.isEmpty()) {
                throw new Unreadable(
                        "--replace, --same-node and --set-image are about a copy of the pod: name"
                                + " it with --copy-to.");
            }
            return null;
        }
        images.values().forEach(Syntax::image);
        return new Copy(name, replace, sameNode, images, share, kept);
    }

    private static void check(Said said, @Nullable Copy copy, List<String> program) {
        boolean noImage = said.text("image") == null;
        if (copy == null && noImage) {
            String better = "kubectl debug web-0 --image=busybox";
            throw new Unreadable("debug needs --image, like %s.".formatted(better), better);
        }
        if (copy != null && noImage && copy.images().isEmpty() && program.isEmpty()) {
            throw new Unreadable(
                    "A copy of a pod that changes nothing helps nobody: debug needs --image,"
                            + " --set-image or a program behind --.");
        }
        if (copy != null && noImage && !program.isEmpty() && said.text("container") == null) {
            throw new Unreadable(
                    "It is not told which container runs the program: name it with --container.");
        }
        if (copy != null && said.text("target") != null) {
            throw new Unreadable(
                    "--target does not go with --copy-to: a copy shares its processes anyway.");
        }
    }

    LineBuilder write(LineBuilder line) {
        line.flag("image", image)
                .flag("container", container)
                .flag("image-pull-policy", pullPolicy)
                .map("env", variables)
                .unless("profile", profile, "general")
                .flag("custom", custom)
                .flag("target", target)
                .flag("arguments-only", argumentsOnly);
        if (copy != null) {
            Boolean share = copy.shareProcesses();
            line.flag("copy-to", copy.name())
                    .flag("replace", copy.replace())
                    .flag("same-node", copy.sameNode())
                    .map("set-image", copy.images())
                    .flag("share-processes", share == null ? null : share.toString());
            copy.kept().forEach((flag, choice) -> line.flag(flag, choice.toString()));
        }
        return line;
    }
}
