package dev.kubechat.kubectl;

/** What a person may do, and who the person is: {@code kubectl auth …}. */
public sealed interface AuthCommand extends ReadCommand {

    /** @param resource a type, TYPE/NAME, or a path that begins with a slash */
    record CanI(String action, String resource, String subresource, Scope scope, boolean quiet)
            implements AuthCommand {
        @Override
        public String verb() {
            return "auth can-i";
        }

        @Override
        public CanI in(Namespace namespace) {
            return new CanI(action, resource, subresource, scope.orIn(namespace), quiet);
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .word(action)
                    .word(resource)
                    .in(scope)
                    .text("subresource", subresource)
                    .flag("quiet", quiet)
                    .line();
        }
    }

    record CanIList(Scope scope, boolean noHeaders) implements AuthCommand {
        @Override
        public String verb() {
            return "auth can-i";
        }

        @Override
        public CanIList in(Namespace namespace) {
            return new CanIList(scope.orIn(namespace), noHeaders);
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .in(scope)
                    .flag("list", true)
                    .flag("no-headers", noHeaders)
                    .line();
        }
    }

    record WhoAmI(String output) implements AuthCommand {
        @Override
        public String verb() {
            return "auth whoami";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb()).text("output", output).line();
        }
    }
}
