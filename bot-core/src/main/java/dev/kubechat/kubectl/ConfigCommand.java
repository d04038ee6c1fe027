package dev.kubechat.kubectl;

import java.util.List;

/** What KubeChat knows of its clusters: {@code kubectl config …}, as far as it looks. */
public sealed interface ConfigCommand extends ReadCommand {

    /** @param minify only the cluster that is spoken with */
    record ConfigView(boolean minify, String output) implements ConfigCommand {
        @Override
        public String verb() {
            return "config view";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb()).flag("minify", minify).text("output", output).line();
        }
    }

    record CurrentContext() implements ConfigCommand {
        @Override
        public String verb() {
            return "config current-context";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb()).line();
        }
    }

    /** @param names only these; empty for all */
    record GetContexts(List<String> names, boolean noHeaders, String output)
            implements ConfigCommand {
        public GetContexts {
            names = List.copyOf(names);
        }

        @Override
        public String verb() {
            return "config get-contexts";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .words(names)
                    .flag("no-headers", noHeaders)
                    .text("output", output)
                    .line();
        }
    }

    record GetClusters() implements ConfigCommand {
        @Override
        public String verb() {
            return "config get-clusters";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb()).line();
        }
    }

    record GetUsers() implements ConfigCommand {
        @Override
        public String verb() {
            return "config get-users";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb()).line();
        }
    }
}
