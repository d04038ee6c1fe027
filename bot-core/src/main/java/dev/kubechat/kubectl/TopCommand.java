package dev.kubechat.kubectl;

import org.jspecify.annotations.Nullable;

/** What nodes and pods use: {@code kubectl top …}. */
public sealed interface TopCommand extends ReadCommand {

    /** @param name one node; null for all, or those the selector chooses */
    record TopNode(
            @Nullable String name,
            @Nullable String selector,
            String sortBy,
            boolean noHeaders,
            boolean showCapacity,
            boolean showSwap)
            implements TopCommand {
        @Override
        public String verb() {
            return "top node";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .word(name)
                    .text("selector", selector)
                    .text("sort-by", sortBy)
                    .flag("no-headers", noHeaders)
                    .flag("show-capacity", showCapacity)
                    .flag("show-swap", showSwap)
                    .line();
        }
    }

    /** @param name one pod; null for all, or those the selectors choose */
    record TopPod(
            @Nullable String name,
            Scope scope,
            @Nullable String selector,
            @Nullable String fieldSelector,
            String sortBy,
            boolean containers,
            boolean noHeaders,
            boolean sum,
            boolean showSwap)
            implements TopCommand {
        @Override
        public String verb() {
            return "top pod";
        }

        @Override
        public TopPod in(Namespace namespace) {
            return new TopPod(
                    name,
                    scope.orIn(namespace),
                    selector,
                    fieldSelector,
                    sortBy,
                    containers,
                    noHeaders,
                    sum,
                    showSwap);
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .word(name)
                    .in(scope)
                    .text("selector", selector)
                    .text("field-selector", fieldSelector)
                    .text("sort-by", sortBy)
                    .flag("containers", containers)
                    .flag("no-headers", noHeaders)
                    .flag("sum", sum)
                    .flag("show-swap", showSwap)
                    .line();
        }
    }
}
