package dev.kubechat.risk;

import static dev.kubechat.kubectl.KubectlFixture.reader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.kubectl.Namespace;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that come with KubeChat, on the verbs that this version only understands. */
class PolicyTest {

    private static final RiskContext STAGING =
            new RiskContext("staging", false, Set.of(new Namespace("kube-system")));

    private final Classifier classifier = new Classifier();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    top pods | SAFE
                    rollout status deploy/web | SAFE
                    auth can-i delete pods | SAFE
                    wait --for=condition=ready pod/web-0 | SAFE
                    wait --for=delete pods --all | SAFE
                    diff -f web.yaml | SAFE
                    config view | SAFE
                    config view --raw | DANGEROUS
                    config view --flatten | DANGEROUS
                    config view --minify --flatten -o json | DANGEROUS
                    config view --flatten=false | SAFE
                    delete ns web --dry-run=server | SAFE
                    delete pod web-0 --dry-run=none | WARNING
                    delete deploy web --dry-run=false | DANGEROUS
                    set env deploy/web --list | SAFE
                    set image -f web.yaml web=web:2 --local -o yaml | SAFE
                    label pod web-0 tier=gold | WARNING
                    label pods --all tier=gold | DANGEROUS
                    label pods -l '' tier=gold | DANGEROUS
                    label pods -l app=web tier=gold | WARNING
                    annotate pods -A -l app=web note=x | DANGEROUS
                    label pods -l '!canary' tier=gold | DANGEROUS
                    label pods -l 'tier notin (gold, silver)' tier=gold | DANGEROUS
                    label pods -l 'tier notin (gold),app=web' tier=gold | WARNING
                    label pods -l tier!=gold,env!=prod tier=gold | DANGEROUS
                    label ns kube-system tier=gold | DANGEROUS
                    label ns shop pod-security.kubernetes.io/enforce=privileged | DANGEROUS
                    label ns shop pod-security.kubernetes.io/enforce- | DANGEROUS
                    label ns shop pod-security.kubernetes.io/enforce=restricted | WARNING
                    label clusterrole view tier=gold | DANGEROUS
                    annotate clusterrole view note=x | WARNING
                    annotate crd widgets.example.com note=x | WARNING
                    set image deploy/web web=web:2 | WARNING
                    set image deploy web=web:2 --all | DANGEROUS
                    set serviceaccount deploy web builder | WARNING
                    set serviceaccount deploy web builder -n kube-system | DANGEROUS
                    set resources deploy --all --limits=cpu=1 | DANGEROUS
                    set subject rolebinding admin --user=me | DANGEROUS
                    patch deploy web -p '{"spec":{"replicas":0}}' | DANGEROUS
                    patch deploy web -p '{"spec":{"replicas":2}}' | WARNING
                    patch pod web-0 -p '{"metadata":{"finalizers":null}}' | DANGEROUS
                    patch pod web-0 -p '{"spec":{"hostNetwork":true}}' | DANGEROUS
                    patch pod web-0 -p '{"spec":{"hostP\\u0049D":true}}' | DANGEROUS
                    patch pod web-0 -p '{"metadata":{"final\\u0069zers":[]}}' | DANGEROUS
                    patch deploy web -p 'spec: {replicas: 0x0}' | DANGEROUS
                    patch deploy web -p $'spec:\\n replicas: 0' | DANGEROUS
                    patch node node-1 -p $'spec:\\n unschedulable: true' | WARNING
                    label pods -l $'!a,\\n!b' tier=gold | DANGEROUS
                    get secret db -o $'jsonpath={.metadata.name}\\n{.data}' | WARNING
                    patch deploy web -p 'spec: {template: {spec: {hostIPC: yes}}}' | DANGEROUS
                    patch deploy web --type=json -p '[{"op":"replace","path":"/spec/replicas","value":0}]' | DANGEROUS
                    patch deploy web --type=json -p '[{"op":"replace","path":"/spec/replicas","value":4}]' | WARNING
                    patch deploy web --type=json -p '[{"op":"copy","from":"/a","path":"/spec/template/spec/hostPID"}]' | DANGEROUS
                    patch deploy web --type=json -p '[{"op":"add","path":"/spec/template/spec/containers/0/securityContext/capabilities/add/-","value":"SYS_ADMIN"}]' | DANGEROUS
                    patch deploy web --type=json -p '[{"op":"replace","path":"/spec/template/spec/volumes/0/hostPath/path","value":"/"}]' | DANGEROUS
                    patch pv disk-1 --type=json -p '[{"op":"remove","path":"/metadata/finalizers/0"}]' | DANGEROUS
                    patch pv disk-1 --type=json -p '[{"op":"move","from":"/metadata/finalizers","path":"/metadata/labels"}]' | DANGEROUS
                    patch deploy web -p '{"spec":' | WARNING
                    patch deploy web -p '{"spec":{"replicas":' | DANGEROUS
                    patch validatingwebhookconfiguration guard -p '{}' | DANGEROUS
                    patch crd widgets.example.com -p '{}' | WARNING
                    patch clusterrole view -p '{}' | DANGEROUS
                    patch widget a -p '{}' | WARNING
                    create deployment web --image=web | WARNING
                    create clusterrolebinding me --clusterrole=admin --user=me | DANGEROUS
                    create token builder | DANGEROUS
                    auth reconcile -f rbac.yaml | DANGEROUS
                    certificate approve me | DANGEROUS
                    certificate deny me | WARNING
                    apply -f web.yaml | WARNING
                    apply -f web.yaml --prune --all | DANGEROUS
                    apply -f web.yaml --force | DANGEROUS
                    apply -f web.yaml --force-conflicts --server-side | WARNING
                    apply -f web.yaml -n kube-system | DANGEROUS
                    replace -f web.yaml | WARNING
                    replace --force -f web.yaml | DANGEROUS
                    delete -f web.yaml | DANGEROUS
                    cordon node-1 | WARNING
                    cordon -l '' | DANGEROUS
                    drain node-1 | DANGEROUS
                    drain node-1 --disable-eviction | DANGEROUS
                    taint nodes node-1 a=b:NoSchedule | WARNING
                    taint nodes node-1 a=b:NoExecute | DANGEROUS
                    taint nodes node-1 a:NoExecute- | WARNING
                    taint nodes --all a=b:NoSchedule | DANGEROUS
                    autoscale deploy web --max=5 | WARNING
                    rollout undo deploy/web | WARNING
                    cp web-0:/tmp/log log.txt | WARNING
                    cp shop/web-0:/tmp/log log.txt | WARNING
                    cp kube-system/etcd-0:/tmp/log log.txt | DANGEROUS
                    cp log.txt kube-system/etcd-0:/tmp/log | DANGEROUS
                    cp web-0:/var/run/secrets/token token | DANGEROUS
                    cp web-0:/var//run/./secrets/token token | DANGEROUS
                    cp web-0:/ all | DANGEROUS
                    debug web-0 --image=busybox | WARNING
                    debug node/node-1 --image=busybox | DANGEROUS
                    debug web-0 --image=busybox --profile=sysadmin | DANGEROUS
                    run box --image=busybox | WARNING
                    run box --image=busybox -it --rm -- sh | WARNING
                    run box --image=busybox -- rm -rf /data | DANGEROUS
                    run box --image=busybox --overrides='{"spec":{"nodeName":"node-1"}}' | WARNING
                    run box --image=busybox --overrides='{"spec":{"volumes":[{"hostPath":{"path":"/"}}]}}' | DANGEROUS
                    run box --image=busybox --privileged | DANGEROUS
                    run box --image=busybox --overrides='{"spec":{"hostPID":true}}' | DANGEROUS
                    kustomize overlay | SAFE
                    kustomize overlay --enable-helm | DANGEROUS
                    cluster-info dump | SAFE
                    cluster-info dump --output-directory=state | FORBIDDEN
                    delete job nightly --cascade=orphan | WARNING
                    delete rs web --cascade=orphan | DANGEROUS
                    edit deploy web | FORBIDDEN
                    get pods --as=root | FORBIDDEN
                    """)
    void judges(String line, Level level) {
        assertThat(classifier.classify(reader().read("kubectl " + line), STAGING).level())
                .isEqualTo(level);
    }
}
