package dev.kubechat.kubectl;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** New namespaces, and what bounds and orders what runs in them. */
public sealed interface CreateLimit extends CreateCommand {

    record NewNamespace(ObjectName object, Scope scope, ChangeOptions options)
            implements CreateLimit {

        static NewNamespace of(Said said) {
            return new NewNamespace(
                    NewObject.named(said, "namespaces"), said.scope(), ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create namespace";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this).line();
        }
    }

    /**
     * @param hard the most of each resource; quantities as typed
     * @param scopes which objects count, like BestEffort; empty for all
     */
    record Quota(
            ObjectName object,
            Scope scope,
            SortedMap<String, String> hard,
            List<String> scopes,
            ChangeOptions options)
            implements CreateLimit {

        public Quota {
            hard = Collections.unmodifiableSortedMap(new TreeMap<>(hard));
            scopes = List.copyOf(scopes);
        }

        static Quota of(Said said) {
            String hard = said.text("hard");
            String scopes = said.text("scopes");
            List<String> all = scopes == null ? List.of() : List.of(scopes.split(",", -1));
            if (all.contains("")) {
                throw new Unreadable("--scopes is a list like BestEffort,NotTerminating.");
            }
            return new Quota(
                    NewObject.named(said, "resourcequotas"),
                    said.scope(),
                    Syntax.quantities("hard", hard == null ? "" : hard),
                    all,
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create quota";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this)
                    .flag("hard", hard.isEmpty() ? null : Syntax.joined(hard))
                    .flag("scopes", scopes.isEmpty() ? null : String.join(",", scopes))
                    .line();
        }
    }

    /**
     * A budget for disruptions of pods. One of the two bounds is there.
     *
     * @param selector which pods, as typed
     * @param minAvailable a count or a share like 50%
     * @param maxUnavailable likewise
     */
    record DisruptionBudget(
            ObjectName object,
            Scope scope,
            String selector,
            @Nullable String minAvailable,
            @Nullable String maxUnavailable,
            ChangeOptions options)
            implements CreateLimit {

        private static final Pattern BOUND = Pattern.compile("[0-9]+%?");

        static DisruptionBudget of(Said said) {
            ObjectName object = NewObject.named(said, "poddisruptionbudgets.policy");
            String example = object.name() + " --selector=app=checkout --min-available=1";
            String least = bound("min-available", said.text("min-available"));
            String most = bound("max-unavailable", said.text("max-unavailable"));
            if ((least == null) == (most == null)) {
                throw new Unreadable(
                        "create poddisruptionbudget needs one of --min-available and"
                                + " --max-unavailable.");
            }
            return new DisruptionBudget(
                    object,
                    said.scope(),
                    NewObject.required(said, "selector", example),
                    least,
                    most,
                    ChangeOptions.of(said));
        }

        private static @Nullable String bound(String flag, @Nullable String typed) {
            if (typed != null && !BOUND.matcher(typed).matches()) {
                throw new Unreadable(
                        "--%s is a count or a share like 50%%, and not %s."
                                .formatted(flag, Shown.quoted(typed)));
            }
            return typed;
        }

        @Override
        public String verb() {
            return "create poddisruptionbudget";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this)
                    .flag("selector", selector)
                    .flag("min-available", minAvailable)
                    .flag("max-unavailable", maxUnavailable)
                    .line();
        }
    }

    /**
     * @param value the higher, the sooner its pods run
     * @param globalDefault whether pods without a class get it
     * @param preemptionPolicy PreemptLowerPriority or Never
     */
    record PriorityClass(
            ObjectName object,
            Scope scope,
            int value,
            boolean globalDefault,
            @Nullable String description,
            String preemptionPolicy,
            ChangeOptions options)
            implements CreateLimit {

        private static final String PREEMPTS = "PreemptLowerPriority";

        static PriorityClass of(Said said) {
            Long value = said.number("value");
            String policy = said.text("preemption-policy");
            return new PriorityClass(
                    NewObject.named(said, "priorityclasses.scheduling.k8s.io"),
                    said.scope(),
                    value == null ? 0 : value.intValue(),
                    said.is("global-default"),
                    said.text("description"),
                    policy == null ? PREEMPTS : policy,
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create priorityclass";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this)
                    .flag("value", value == 0 ? null : Integer.valueOf(value))
                    .flag("global-default", globalDefault)
                    .flag("description", description)
                    .unless("preemption-policy", preemptionPolicy, PREEMPTS)
                    .line();
        }
    }
}
