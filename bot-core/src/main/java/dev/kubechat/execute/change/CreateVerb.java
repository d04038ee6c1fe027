package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.CreateCommand;
import dev.kubechat.kubectl.CreateConfig;
import dev.kubechat.kubectl.CreateLimit;
import dev.kubechat.kubectl.CreateRight;
import dev.kubechat.kubectl.CreateServices;
import dev.kubechat.kubectl.CreateWorkload;
import dev.kubechat.kubectl.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl create} with a type: makes the object that kubectl makes of the same flags. */
final class CreateVerb {

    private final Sight sight;
    private final Alteration alteration;

    CreateVerb(Sight sight, Alteration alteration) {
        this.sight = sight;
        this.alteration = alteration;
    }

    /** @throws No if it is there already, or the server refuses it */
    List<Planning> plan(CreateCommand command) {
        var resource = sight.resource(command.object().type());
        var namespace = command.scope() instanceof Scope.In(var in) ? in.value() : null;
        var inside = resource.namespaced() ? namespace : null;
        return List.of(
                alteration.create(
                        resource, inside, object(command, inside), "created", failure(command)));
    }

    private ObjectNode object(CreateCommand command, @Nullable String namespace) {
        return switch (command) {
            case CreateWorkload workload -> new NewWorkload(sight, namespace).of(workload);
            case CreateConfig config -> new NewConfig(sight.files(), namespace).of(config);
            case CreateServices service -> new NewServices(namespace).of(service);
            case CreateRight right -> new NewRight(sight, namespace).of(right);
            case CreateLimit limit -> new NewLimit(namespace).of(limit);
        };
    }

    /** What kubectl puts before the server's words; null where it says where they are from. */
    private static @Nullable String failure(CreateCommand command) {
        return switch (command) {
            case CreateWorkload.Deployment _ -> "failed to create deployment: ";
            case CreateWorkload.Job _ -> "failed to create job: ";
            case CreateWorkload.CronJob _ -> "failed to create cronjob: ";
            case CreateConfig.ConfigMap _ -> "failed to create configmap: ";
            case CreateConfig.GenericSecret _ -> "failed to create secret ";
            case CreateConfig.RegistrySecret _, CreateConfig.TlsSecret _ ->
                    "failed to create secret ";
            case CreateServices.ClusterIp _ -> "failed to create ClusterIP service: ";
            case CreateServices.NodePort _ -> "failed to create NodePort service: ";
            case CreateServices.LoadBalancer _ -> "failed to create LoadBalancer service: ";
            case CreateServices.ExternalName _ -> "failed to create ExternalName service: ";
            case CreateServices.Ingress _ -> "failed to create ingress: ";
            case CreateRight.ServiceAccount _ -> "failed to create serviceaccount: ";
            case CreateRight.RoleBinding _ -> "failed to create rolebinding: ";
            case CreateRight.ClusterRoleBinding _ -> "failed to create clusterrolebinding: ";
            case CreateRight.Token _ -> "failed to create token: ";
            case CreateLimit.Quota _ -> "failed to create quota: ";
            case CreateLimit.DisruptionBudget _ -> "failed to create poddisruptionbudgets: ";
            case CreateLimit.PriorityClass _ -> "failed to create priorityclass: ";
            case CreateRight.Role _, CreateRight.ClusterRole _, CreateLimit.NewNamespace _ -> null;
        };
    }
}
