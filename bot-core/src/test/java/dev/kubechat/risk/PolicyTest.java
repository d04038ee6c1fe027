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
                    delete ns web --dry-run=server | SAFE
                    delete pod web-0 --dry-run=none | WARNING
                    delete deploy web --dry-run=false | DANGEROUS
                    get secret db -o jsonpath='{.data.password}' | WARNING
                    get secret db -o go-template='{{.data}}' | WARNING
                    get secret db --template='{{.data}}' | WARNING
                    get secrets.v1./db -o yaml | WARNING
                    get po,secret -o=json | WARNING
                    get secret -A -o jsonpath='{..data}' | DANGEROUS
                    get secret -A --template='{{.items}}' | DANGEROUS
                    label secret db a=b --dry-run=client -o yaml | WARNING
                    patch secret db -p '{}' --dry-run=server -o json | WARNING
                    wait --for=create secret/db -o yaml | WARNING
                    get -f db.yaml -o yaml | WARNING
                    get secret db -w -o json | WARNING
                    set env deploy/web --list | SAFE
                    set env deploy/web --list --resolve | WARNING
                    apply view-last-applied secret db | WARNING
                    label pod web-0 tier=gold | WARNING
                    label pods --all tier=gold | DANGEROUS
                    label pods -l '' tier=gold | DANGEROUS
                    label pods -l app=web tier=gold | WARNING
                    annotate pods -A -l app=web note=x | DANGEROUS
                    label ns kube-system tier=gold | DANGEROUS
                    set image deploy/web web=web:2 | WARNING
                    set image deploy web=web:2 --all | DANGEROUS
                    set subject rolebinding admin --user=me | DANGEROUS
                    patch deploy web -p '{"spec":{"replicas":0}}' | DANGEROUS
                    patch deploy web -p '{"spec":{"replicas":2}}' | WARNING
                    patch pod web-0 -p '{"metadata":{"finalizers":null}}' | DANGEROUS
                    patch pod web-0 -p '{"spec":{"hostNetwork":true}}' | DANGEROUS
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
                    taint nodes node-1 a=b:NoSchedule | WARNING
                    taint nodes --all a=b:NoSchedule | DANGEROUS
                    autoscale deploy web --max=5 | WARNING
                    rollout undo deploy/web | WARNING
                    cp web-0:/tmp/log log.txt | WARNING
                    cp web-0:/var/run/secrets/token token | DANGEROUS
                    debug web-0 --image=busybox | WARNING
                    debug node/node-1 --image=busybox | DANGEROUS
                    debug web-0 --image=busybox --profile=sysadmin | DANGEROUS
                    run box --image=busybox | WARNING
                    run box --image=busybox --privileged | DANGEROUS
                    run box --image=busybox --overrides='{"spec":{"hostPID":true}}' | DANGEROUS
                    exec web-0 -- ls -l | WARNING
                    exec web-0 ls | WARNING
                    exec web-0 -- env | WARNING
                    exec web-0 -- env sh | DANGEROUS
                    exec web-0 -- sh -c 'ls' | DANGEROUS
                    exec -it web-0 -- /bin/bash | DANGEROUS
                    exec web-0 -- rm -rf /data | DANGEROUS
                    exec web-0 -- rm -rf /data --dry-run | DANGEROUS
                    exec web-0 -- find / -delete | DANGEROUS
                    exec web-0 -- cat /var/run/secrets/kubernetes.io/serviceaccount/token | DANGEROUS
                    exec web-0 -- python -V | WARNING
                    exec web-0 -- whatever | DANGEROUS
                    exec db-0 -- etcdctl member list | WARNING
                    exec db-0 -- redis-cli flushall | DANGEROUS
                    exec web-0 -- curl -s localhost/health | WARNING
                    exec web-0 -- curl -X POST localhost/orders | DANGEROUS
                    kustomize overlay | SAFE
                    kustomize overlay --enable-helm | DANGEROUS
                    edit deploy web | FORBIDDEN
                    get pods --as=root | FORBIDDEN
                    """)
    void judges(String line, Level level) {
        assertThat(classifier.classify(reader().read("kubectl " + line), STAGING).level())
                .isEqualTo(level);
    }
}
