package dev.kubechat.kubectl;

import java.util.List;

/** What approving and denying of certificate requests share: which requests. */
final class Certificates {

    private static final ResourceType REQUESTS = ResourceType.of("certificatesigningrequests");

    private Certificates() {}

    static Selection requests(Said said) {
        List<String> words = said.words();
        Manifests manifests = Manifests.of(said);
        if (manifests != null) {
            return About.any(said, words, "");
        }
        if (words.isEmpty()) {
            String better = "kubectl %s csr-x7k2p".formatted(said.line().verb());
            throw new Unreadable(
                    "%s needs the name of a request, like %s."
                            .formatted(said.line().verb(), better),
                    better);
        }
        return new Selection.Named(NamedObjects.only(REQUESTS, words));
    }

    static CommandLine line(
            String verb, Selection selection, Scope scope, boolean force, ChangeOptions options) {
        return new LineBuilder(verb)
                .named(selection, scope)
                .flag("force", force)
                .options(options)
                .line();
    }
}
