package dev.kubechat.app;

import dev.kubechat.app.audit.AuditVerb;
import dev.kubechat.app.doctor.DoctorVerb;
import dev.kubechat.app.eval.EvalVerb;
import dev.kubechat.app.verb.ClassifyVerb;
import dev.kubechat.app.verb.PlanVerb;
import dev.kubechat.app.verb.SmallVerb;
import dev.kubechat.app.verb.Streams;
import dev.kubechat.app.verb.WrongUse;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The command line of the executable: the first word is the verb. */
public final class Kubechat {

    private static final String USAGE =
            """
            kubechat serve [--target=all|bot|admin] [--PROPERTY=VALUE]...
                runs KubeChat; it needs kubechat.database.url and kubechat.clusters, see docs/configuration.md
            kubechat kubectl [--kubeconfig FILE] [--context NAME] [--as USER] [--as-group GROUP]... [--yes] -- get pods
                runs one kubectl command as in a chat; --yes runs a change that a chat would ask about
            kubechat doctor [--json] [--PROPERTY=VALUE]...
                says of each thing that serve needs whether it is there, and what to do if not
            kubechat audit reconcile --kubernetes-audit=FILE... [--cluster=ID] [--account=NAME]... [--clock-skew=5s] [--json]
                says what stands in the API server's audit log or in KubeChat's rows only, see docs/audit-reconcile.md
            kubechat classify [--json] [--rules=FILE] [--namespace=NAME] [--cluster=NAME] [--production]
                reads kubectl lines, one a line (with --json: {"command": …}), and prints how risky each is, and why
            kubechat plan
                reads {"id", "utterance", "context": {"namespace", "cluster"}}, one a line, and prints what comes of the words
            kubechat eval FILE [--json]
                measures planner or rules on labelled lines
            kubechat help
                shows this
            """;

    private static final int BROKEN = 1;
    private static final int WRONG_USE = 2;

    private Kubechat() {}

    public static void main(String[] words) {
        var verb = words.length == 0 ? "help" : words[0];
        var rest = Arrays.copyOfRange(words, Math.min(1, words.length), words.length);
        try {
            switch (verb) {
                case "serve" -> Serve.run(rest);
                case "kubectl" -> end(KubectlVerb.inProcess(rest));
                case "help", "--help", "-h" -> System.out.print(USAGE);
                default -> end(small(verb, List.of(rest)));
            }
        } catch (WrongUse wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static int small(String verb, List<String> words) {
        SmallVerb made = small(verb);
        if (words.contains("--help") || words.contains("-h")) {
            System.out.print(USAGE);
            return 0;
        }
        try {
            return made.run(
                    words,
                    new Streams(
                            new FileInputStream(FileDescriptor.in),
                            new FileOutputStream(FileDescriptor.out),
                            System.err));
        } catch (IOException gone) {
            // whoever read the answers had enough of them: `… | head`
            if (!"Broken pipe".equals(gone.getMessage())) {
                System.err.printf("Input or output broke: %s.%n", gone.getMessage());
            }
            return BROKEN;
        }
    }

    /** @throws WrongUse if there is none of that name */
    private static SmallVerb small(String verb) {
        return switch (verb) {
            case "classify" -> new ClassifyVerb();
            case "plan" -> new PlanVerb();
            case "eval" -> new EvalVerb();
            case "doctor" -> new DoctorVerb();
            case "audit" -> new AuditVerb();
            default ->
                    throw new WrongUse(
                            "\"%s\" is no verb of kubechat.%n%n%s".formatted(verb, USAGE));
        };
    }

    private static void end(int status) {
        if (status != 0) {
            System.exit(status);
        }
    }
}
