package dev.kubechat.app.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One name for each resource type: singular, in full, in small letters. */
final class TypeNames {

    private static final Map<String, String> BY_WORD = new HashMap<>();
    private static final Set<String> GROUPS =
            Set.of(
                    "apps",
                    "batch",
                    "autoscaling",
                    "policy",
                    "extensions",
                    "networking.k8s.io",
                    "rbac.authorization.k8s.io",
                    "storage.k8s.io",
                    "apiextensions.k8s.io",
                    "certificates.k8s.io",
                    "scheduling.k8s.io",
                    "events.k8s.io",
                    "discovery.k8s.io",
                    "coordination.k8s.io",
                    "node.k8s.io",
                    "admissionregistration.k8s.io",
                    "apiregistration.k8s.io",
                    "core");
    private static final Pattern VERSION = Pattern.compile("^v[0-9]+((alpha|beta)[0-9]+)?(\\.|$)");

    static {
        """
        pod po pods
        service svc services
        deployment deploy deployments
        replicaset rs replicasets
        statefulset sts statefulsets
        daemonset ds daemonsets
        replicationcontroller rc replicationcontrollers
        job jobs
        cronjob cj cronjobs
        node no nodes
        namespace ns namespaces
        configmap cm configmaps
        secret secrets
        serviceaccount sa serviceaccounts
        ingress ing ingresses
        ingressclass ingressclasses
        networkpolicy netpol networkpolicies
        endpoints ep endpoint
        endpointslice endpointslices
        event ev events
        persistentvolume pv persistentvolumes
        persistentvolumeclaim pvc persistentvolumeclaims
        storageclass sc storageclasses
        volumeattachment volumeattachments
        horizontalpodautoscaler hpa horizontalpodautoscalers
        verticalpodautoscaler vpa verticalpodautoscalers
        poddisruptionbudget pdb poddisruptionbudgets
        priorityclass pc priorityclasses
        runtimeclass runtimeclasses
        resourcequota quota resourcequotas
        limitrange limits limitranges
        role roles
        rolebinding rolebindings
        clusterrole clusterroles
        clusterrolebinding clusterrolebindings crb
        customresourcedefinition crd crds customresourcedefinitions
        certificatesigningrequest csr certificatesigningrequests
        apiservice apiservices
        componentstatus cs componentstatuses
        lease leases
        podtemplate podtemplates
        controllerrevision controllerrevisions
        mutatingwebhookconfiguration mutatingwebhookconfigurations
        validatingwebhookconfiguration validatingwebhookconfigurations
        csidriver csidrivers
        csinode csinodes
        certificate cert certs certificates
        """
                .lines()
                .map(line -> List.of(line.split(" ")))
                .forEach(words -> words.forEach(word -> BY_WORD.put(word, words.getFirst())));
    }

    private TypeNames() {}

    static String of(String word) {
        String type = Blanks.stripped(word).toLowerCase(Locale.ROOT);
        int dot = type.indexOf('.');
        String base = dot < 0 ? type : type.substring(0, dot);
        String group = dot < 0 ? "" : VERSION.matcher(type.substring(dot + 1)).replaceFirst("");
        String known = BY_WORD.get(base);
        String one = known != null ? known : singular(base);
        return group.isEmpty() || GROUPS.contains(group) ? one : one + "." + group;
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses")
                || word.endsWith("xes")
                || word.endsWith("ches")
                || word.endsWith("shes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") && word.length() > 3
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
