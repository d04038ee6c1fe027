package dev.kubechat.kubectl;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Single fields of objects: {@code kubectl set …}. */
public sealed interface SetCommand extends ChangeCommand
        permits SetEnv,
                SetCommand.Image,
                SetCommand.Resources,
                SetCommand.Account,
                SetCommand.Selector,
                SetCommand.Subject {

    Selection selection();

    @Override
    default boolean livesInNamespace() {
        return Verbs.livesInNamespace(selection());
    }

    /** @param images by container; the container {@code *} stands for all, and then alone */
    record Image(
            Selection selection,
            Scope scope,
            SortedMap<String, String> images,
            boolean local,
            ChangeOptions options)
            implements SetCommand {

        private static final String EXAMPLE =
                "kubectl set image deployment/checkout app=registry.example.com/checkout:7";

        public Image {
            images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
        }

        static Image of(Said said) {
            Edits.Cut cut = Edits.Cut.of(said, Edits::isPair);
            Edits edits = Edits.of(cut.changes());
            if (edits.set().isEmpty() || !edits.removed().isEmpty()) {
                throw new Unreadable(
                        "set image needs CONTAINER=IMAGE, like %s.".formatted(EXAMPLE), EXAMPLE);
            }
            if (edits.set().containsKey("*") && edits.set().size() > 1) {
                throw new Unreadable("The * already means all containers: leave the others out.");
            }
            Selection selection = About.told(said, cut.objects(), EXAMPLE);
            return new Image(
                    selection,
                    said.scope(),
                    edits.set(),
                    About.local(said, selection),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "set image";
        }

        @Override
        public CommandLine line() {
            return start(this).pairs(images).line();
        }
    }

    /**
     * @param containers which ones, a pattern with {@code *}
     * @param limits by resource, like cpu; quantities as typed
     * @param requests likewise; not both are empty
     */
    record Resources(
            Selection selection,
            Scope scope,
            String containers,
            SortedMap<String, String> limits,
            SortedMap<String, String> requests,
            boolean local,
            ChangeOptions options)
            implements SetCommand {

        public Resources {
            limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
            requests = Collections.unmodifiableSortedMap(new TreeMap<>(requests));
        }

        static Resources of(Said said) {
            String example =
                    "kubectl set resources deployment checkout --limits=cpu=500m,memory=512Mi";
            String limits = said.text("limits");
            String requests = said.text("requests");
            if (limits == null && requests == null) {
                throw new Unreadable(
                        "set resources needs --limits or --requests, like %s.".formatted(example),
                        example);
            }
            Selection selection = About.told(said, said.words(), example);
            String containers = said.text("containers");
            return new Resources(
                    selection,
                    said.scope(),
                    containers == null ? "*" : containers,
                    Syntax.quantities("limits", limits == null ? "" : limits),
                    Syntax.quantities("requests", requests == null ? "" : requests),
                    About.local(said, selection),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "set resources";
        }

        @Override
        public CommandLine line() {
            return start(this)
                    .unless("containers", containers, "*")
                    .flag("limits", limits.isEmpty() ? null : Syntax.joined(limits))
                    .flag("requests", requests.isEmpty() ? null : Syntax.joined(requests))
                    .line();
        }
    }

    record Account(
            Selection selection,
            Scope scope,
            String serviceAccount,
            boolean local,
            ChangeOptions options)
            implements SetCommand {

        static Account of(Said said) {
            String example = "kubectl set serviceaccount deployment checkout reader";
            List<String> words = said.words();
            if (words.isEmpty()) {
                throw new Unreadable(
                        "set serviceaccount needs a service account at the end, like %s."
                                .formatted(example),
                        example);
            }
            Selection selection = About.told(said, words.subList(0, words.size() - 1), example);
            return new Account(
                    selection,
                    said.scope(),
                    words.getLast(),
                    About.local(said, selection),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "set serviceaccount";
        }

        @Override
        public CommandLine line() {
            return start(this).word(serviceAccount).line();
        }
    }

    /**
     * @param selector the whole new one, as typed
     * @param resourceVersion only at that version; null for any
     */
    record Selector(
            Selection selection,
            Scope scope,
            String selector,
            @Nullable String resourceVersion,
            boolean local,
            ChangeOptions options)
            implements SetCommand {

        static Selector of(Said said) {
            String example = "kubectl set selector service checkout app=checkout";
            List<String> words = said.words();
            if (words.isEmpty() || words.getLast().isBlank()) {
                throw new Unreadable(
                        "set selector needs a selector at the end, like %s.".formatted(example),
                        example);
            }
            Selection selection = About.told(said, words.subList(0, words.size() - 1), example);
            return new Selector(
                    selection,
                    said.scope(),
                    words.getLast(),
                    said.text("resource-version"),
                    About.local(said, selection),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "set selector";
        }

        @Override
        public CommandLine line() {
            // folders are gone through unless it is said otherwise, here alone
            boolean notRecursive =
                    selection instanceof Selection.InFiles files
                            && files.manifests().kustomization() == null
                            && !files.manifests().recursive();
            return start(this)
                    .word(selector)
                    .flag("resource-version", resourceVersion)
                    .off("recursive", notRecursive)
                    .line();
        }
    }

    /**
     * Whom a binding of roles gives them to, beside those it has.
     *
     * @param serviceAccounts as NAMESPACE:NAME; without the namespace, that of the binding
     */
    record Subject(
            Selection selection,
            Scope scope,
            List<String> users,
            List<String> groups,
            List<String> serviceAccounts,
            boolean local,
            ChangeOptions options)
            implements SetCommand {

        public Subject {
            users = List.copyOf(users);
            groups = List.copyOf(groups);
            serviceAccounts = List.copyOf(serviceAccounts);
        }

        static Subject of(Said said) {
            String example = "kubectl set subject rolebinding readers --user=alice";
            List<String> users = said.list("user");
            List<String> groups = said.list("group");
            List<String> accounts = said.list("serviceaccount");
            if (users.isEmpty() && groups.isEmpty() && accounts.isEmpty()) {
                throw new Unreadable(
                        "set subject needs --user, --group or --serviceaccount, like %s."
                                .formatted(example),
                        example);
            }
            accounts.forEach(account -> Bindings.checkAccount(account, true));
            Selection selection = About.told(said, said.words(), example);
            return new Subject(
                    selection,
                    said.scope(),
                    users,
                    groups,
                    accounts,
                    About.local(said, selection),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "set subject";
        }

        @Override
        public CommandLine line() {
            return start(this)
                    .list("user", users)
                    .list("group", groups)
                    .list("serviceaccount", serviceAccounts)
                    .line();
        }
    }

    private static LineBuilder start(SetCommand command) {
        return new LineBuilder(command.verb())
                .about(command.selection(), command.scope())
                .flag("local", command.local())
                .options(command.options());
    }
}
