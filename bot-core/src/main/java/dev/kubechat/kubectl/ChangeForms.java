package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.NotYet;
import org.jspecify.annotations.Nullable;

/** Finds the form of a changing verb. */
final class ChangeForms {

    private ChangeForms() {}

    /** The typed command; null if the verb is no changing one. A flag that no form knows leaves the line as it was. */
    static @Nullable KubectlCommand read(CommandLine line, Grammar.Command command) {
        var said = new Said(line, command);
        ChangeCommand change = change(said, line.verb());
        if (change == null) {
            return null;
        }
        return said.isAllKnown() ? change : new NotYet(line);
    }

    /** The line of such a command, changed a little. */
    static KubectlCommand again(CommandLine line) {
        KubectlCommand command = read(line, KubectlReader.builtIn(line.verb()));
        return command == null ? new NotYet(line) : command;
    }

    private static @Nullable ChangeCommand change(Said said, String verb) {
        return switch (verb) {
            case "annotate" -> MarkCommand.Annotate.of(said);
            case "apply" -> ManifestCommand.Apply.of(said);
            case "apply set-last-applied" -> ManifestCommand.SetLastApplied.of(said);
            case "auth reconcile" -> ManifestCommand.Reconcile.of(said);
            case "autoscale" -> ChangeCommand.Autoscale.of(said);
            case "certificate approve" -> ChangeCommand.CertificateApprove.of(said);
            case "certificate deny" -> ChangeCommand.CertificateDeny.of(said);
            case "cordon" -> NodeCommand.Cordon.of(said);
            case "cp" -> CopyForm.of(said);
            case "create" -> ManifestCommand.Create.of(said);
            case "debug" -> PodCommand.Debug.of(said);
            case "drain" -> NodeCommand.Drain.of(said);
            case "exec" -> PodCommand.Exec.of(said);
            case "expose" -> ChangeCommand.Expose.of(said);
            case "label" -> MarkCommand.Label.of(said);
            case "patch" -> ChangeCommand.Patch.of(said);
            case "replace" -> ManifestCommand.Replace.of(said);
            case "rollout pause" -> RolloutChange.Pause.of(said);
            case "rollout resume" -> RolloutChange.Resume.of(said);
            case "rollout undo" -> RolloutChange.Undo.of(said);
            case "run" -> PodCommand.Run.of(said);
            case "set env" -> SetEnv.of(said);
            case "set image" -> SetCommand.Image.of(said);
            case "set resources" -> SetCommand.Resources.of(said);
            case "set selector" -> SetCommand.Selector.of(said);
            case "set serviceaccount" -> SetCommand.Account.of(said);
            case "set subject" -> SetCommand.Subject.of(said);
            case "taint" -> NodeCommand.TaintNodes.of(said);
            case "uncordon" -> NodeCommand.Uncordon.of(said);
            default -> verb.startsWith("create ") ? create(said, verb) : null;
        };
    }

    private static @Nullable ChangeCommand create(Said said, String verb) {
        return switch (verb) {
            case "create clusterrole" -> CreateRight.ClusterRole.of(said);
            case "create clusterrolebinding" -> CreateRight.ClusterRoleBinding.of(said);
            case "create configmap" -> CreateConfig.ConfigMap.of(said);
            case "create cronjob" -> CreateWorkload.CronJob.of(said);
            case "create deployment" -> CreateWorkload.Deployment.of(said);
            case "create ingress" -> CreateServices.Ingress.of(said);
            case "create job" -> CreateWorkload.Job.of(said);
            case "create namespace" -> CreateLimit.NewNamespace.of(said);
            case "create poddisruptionbudget" -> CreateLimit.DisruptionBudget.of(said);
            case "create priorityclass" -> CreateLimit.PriorityClass.of(said);
            case "create quota" -> CreateLimit.Quota.of(said);
            case "create role" -> CreateRight.Role.of(said);
            case "create rolebinding" -> CreateRight.RoleBinding.of(said);
            case "create secret docker-registry" -> CreateConfig.RegistrySecret.of(said);
            case "create secret generic" -> CreateConfig.GenericSecret.of(said);
            case "create secret tls" -> CreateConfig.TlsSecret.of(said);
            case "create service clusterip" -> CreateServices.ClusterIp.of(said);
            case "create service externalname" -> CreateServices.ExternalName.of(said);
            case "create service loadbalancer" -> CreateServices.LoadBalancer.of(said);
            case "create service nodeport" -> CreateServices.NodePort.of(said);
            case "create serviceaccount" -> CreateRight.ServiceAccount.of(said);
            case "create token" -> CreateRight.Token.of(said);
            default -> null;
        };
    }
}
