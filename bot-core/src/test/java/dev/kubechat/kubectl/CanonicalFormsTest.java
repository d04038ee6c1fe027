package dev.kubechat.kubectl;

import static dev.kubechat.kubectl.KubectlFixture.command;
import static dev.kubechat.kubectl.KubectlFixture.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an approval names: each thing said stands in the canonical text, and nothing that goes without saying. */
class CanonicalFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    get po -n shop -l a=b --field-selector=c=d | get pods --field-selector=c=d --namespace=shop --selector=a=b
                    get deploy/web -A=false -o wide | get deployments.apps/web --output=wide
                    get po -A --show-labels --show-kind --no-headers -L a,b --sort-by=.metadata.name | get pods --all-namespaces=true --label-columns=a,b --no-headers=true --show-kind=true --show-labels=true --sort-by=.metadata.name
                    get po --server-print=false | get pods --server-print=false
                    get po web-0 --ignore-not-found --subresource=status -o json --show-managed-fields | get pods/web-0 --ignore-not-found=true --output=json --show-managed-fields=true --subresource=status
                    get --raw=/readyz | get --raw=/readyz
                    describe po web --show-events=false | describe pods web --show-events=false
                    describe po | describe pods
                    describe po a b | describe pods a b
                    events --for pod/web-0 --types=Warning,Normal --no-headers -o yaml -n shop | events --for=pods/web-0 --namespace=shop --no-headers=true --output=yaml --types=Warning,Normal
                    events -A -o json | events --all-namespaces=true --output=json
                    events | events
                    events -o name | events --output=name
                    logs web-0 -c app -p --timestamps --prefix -f --ignore-errors --since=5m --limit-bytes=10 --tail=3 | logs pods/web-0 --container=app --follow=true --ignore-errors=true --limit-bytes=10 --prefix=true --previous=true --since=5m0s --tail=3 --timestamps=true
                    logs web-0 --all-containers --since-time=2026-01-31T09:30:00Z | logs pods/web-0 --all-containers=true --since-time=2026-01-31T09:30:00Z
                    logs deploy/web --all-pods --max-log-requests=7 | logs deployments.apps/web --all-pods=true --max-log-requests=7
                    logs -l app=web | logs --selector=app=web
                    logs -l app=web app | logs --container=app --selector=app=web
                    logs -l app=web --tail=-1 | logs --selector=app=web --tail=-1
                    logs web-0 app | logs pods/web-0 --container=app
                    logs web-0 --tail=-1 --since=0s --limit-bytes=0 --max-log-requests=5 | logs pods/web-0
                    logs web-0 --tail=0 | logs pods/web-0 --tail=0
                    logs web-0 --since=1ns | logs pods/web-0 --since=1ns
                    logs web-0 --since=1500ns | logs pods/web-0 --since='1.5µs'
                    logs web-0 --since=1us | logs pods/web-0 --since='1µs'
                    logs web-0 --since=999us | logs pods/web-0 --since='999µs'
                    logs web-0 --since=1ms | logs pods/web-0 --since=1ms
                    logs web-0 --since=1s | logs pods/web-0 --since=1s
                    logs web-0 --since=999ms | logs pods/web-0 --since=999ms
                    logs web-0 --since=60s | logs pods/web-0 --since=1m0s
                    logs web-0 --since=60m | logs pods/web-0 --since=1h0m0s
                    scale deploy web --replicas=0 | scale deployments.apps/web --replicas=0
                    scale deploy web --replicas=2147483647 --current-replicas=0 | scale deployments.apps/web --current-replicas=0 --replicas=2147483647
                    scale deploy web --replicas=1 --current-replicas=-1 | scale deployments.apps/web --replicas=1
                    scale deploy web --replicas=1 --resource-version=7 | scale deployments.apps/web --replicas=1 --resource-version=7
                    scale -f a.yaml --replicas=1 --resource-version=7 | scale --filename=a.yaml --replicas=1 --resource-version=7
                    scale deploy --all --replicas=1 | scale deployments.apps --all=true --replicas=1
                    scale deploy -l a=b --replicas=1 | scale deployments.apps --replicas=1 --selector=a=b
                    autoscale deploy web --max=1 --min=1 | autoscale deployments.apps/web --max=1 --min=1
                    autoscale deploy web --max=3 --min=0 --cpu='80%' --memory=200Mi --name=x -n shop | autoscale deployments.apps/web --cpu=80% --max=3 --memory=200Mi --name=x --namespace=shop
                    autoscale deploy web --max=3 --cpu-percent=70 | autoscale deployments.apps/web --cpu-percent=70 --max=3
                    autoscale deploy web --max=3 --cpu='80%' --cpu-percent=0 | autoscale deployments.apps/web --cpu=80% --cpu-percent=0 --max=3
                    api-resources --verbs=list,get --categories=all --sort-by=name --no-headers -o wide --api-group=apps --namespaced | api-resources --api-group=apps --categories=all --namespaced=true --no-headers=true --output=wide --sort-by=name --verbs=list,get
                    version -o json | version --output=json
                    auth whoami -o json | auth whoami --output=json
                    auth can-i get pods --subresource=log -q | auth can-i get pods --quiet=true --subresource=log
                    auth can-i get /healthz | auth can-i get /healthz
                    auth can-i --list --no-headers -n shop | auth can-i --list=true --namespace=shop --no-headers=true
                    config view --minify -o json | config view --minify=true --output=json
                    config get-contexts -o name | config get-contexts --output=name
                    apply view-last-applied deploy/web -o json | apply view-last-applied deployments.apps/web --output=json
                    debug web-0 --image=busybox --target=app --arguments-only -- ls | debug pods/web-0 --arguments-only=true --image=busybox --target=app -- ls
                    debug web-0 --copy-to=x --image=busybox --replace --same-node --share-processes=false --keep-labels --keep-init-containers=false | debug pods/web-0 --copy-to=x --image=busybox --keep-init-containers=false --keep-labels=true --replace=true --same-node=true --share-processes=false
                    debug web-0 --copy-to=x --set-image=app=web:2 | debug pods/web-0 --copy-to=x --set-image=app=web:2
                    debug web-0 --copy-to=x --container=app -- ls | debug pods/web-0 --container=app --copy-to=x -- ls
                    run x --image=busybox --env=A=b --env=C= --annotations=note=a --restart=Never --image-pull-policy=Always --port=80 -l a=b | run x --annotations=note=a --env=A=b --env=C= --image=busybox --image-pull-policy=Always --labels=a=b --port=80 --restart=Never
                    create role x --verb=get --resource=pods --resource-name=a | create role x --resource=pods --resource-name=a --verb=get
                    create clusterrole x --verb=get --non-resource-url=/healthz --non-resource-url='/a/*' | create clusterrole x --non-resource-url=/healthz,/a/* --verb=get
                    create clusterrole x --verb=get --non-resource-url='*' | create clusterrole x --non-resource-url=* --verb=get
                    create clusterrole x --verb=get --resource=pods | create clusterrole x --resource=pods --verb=get
                    create clusterrole x --aggregation-rule=a=b | create clusterrole x --aggregation-rule=a=b
                    apply -f a.yaml --server-side --force-conflicts --subresource=status --dry-run=server | apply --dry-run=server --filename=a.yaml --force-conflicts=true --server-side=true --subresource=status
                    apply -f a.yaml --prune --all --prune-allowlist=core/v1/ConfigMap | apply --all=true --filename=a.yaml --prune=true --prune-allowlist=core/v1/ConfigMap
                    apply -f a.yaml --prune -l a=b | apply --filename=a.yaml --prune=true --selector=a=b
                    apply -f a.yaml --force --grace-period=0 | apply --filename=a.yaml --force=true --grace-period=0
                    apply -f a.yaml --overwrite=false --openapi-patch=false --dry-run=client | apply --dry-run=client --filename=a.yaml --openapi-patch=false --overwrite=false
                    """)
    void saysEverythingOnceAndInOrder(String line, String canonical) {
        assertThat(command("kubectl " + line).canonical()).isEqualTo("kubectl " + canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    scale deploy web --replicas=2147483648 | --replicas is a count
                    scale deploy web --replicas=1 --current-replicas=-2 | --current-replicas is a count
                    scale deploy --replicas=1 | scale needs a type and a name: kubectl scale deploy NAME
                    scale checkout --replicas=1 | scale needs a type and a name: kubectl scale deployment checkout
                    scale --replicas=1 | scale needs what to scale
                    scale deploy web api --replicas=1 --resource-version=7 | --resource-version goes with one object
                    scale deploy --all --replicas=1 --resource-version=7 | --resource-version goes with one object
                    logs web-0 --tail=-2 | --tail is a number of lines
                    logs web-0 --since=-1ns | --since looks back in time
                    logs web-0 --since=1m --since-time=2026-01-31T09:30:00Z | --since and --since-time say the same
                    logs web-0 --limit-bytes=-1 | --limit-bytes is a number of bytes
                    logs web-0 app -c app | The container is told twice
                    logs -l a=b app other | logs takes a selector or a name
                    logs -l a=b app -c app | The container is told twice
                    logs web-0 app other | logs shows one pod
                    logs | logs needs a pod
                    logs web-0 -c A | "A" cannot be the name of a container
                    autoscale deploy web --max=1 --cpu=a% | "a%" is no quantity
                    autoscale deploy web --max=1 --min=2 | --min=2 is more than --max=1
                    autoscale deploy web --max=1 --cpu=70% --cpu-percent=1 | --cpu and --cpu-percent say the same
                    api-resources pods | api-resources takes no words
                    api-resources -o table | -o table is no output format
                    api-versions x | api-versions takes no words
                    version x | version takes no words
                    version -o wide | version prints -o yaml or -o json
                    auth whoami x | auth whoami takes no words
                    auth whoami -o table | -o table is no output format
                    auth can-i get | auth can-i needs a verb and a type
                    auth can-i get pods --no-headers | auth can-i needs a verb and a type
                    auth can-i --list -q | --list shows everything
                    auth can-i --list -A | --list shows everything
                    auth can-i --list --subresource=log | --list shows everything
                    auth can-i --list get | --list shows everything
                    auth can-i get /healthz --subresource=log | A path has no --subresource
                    config view x | config view takes no words
                    apply view-last-applied deploy/web -o wide | apply view-last-applied prints
                    explain pods services | explain needs one type
                    wait pod/a | wait needs a condition
                    rollout history deploy/web --revision=-1 | --revision is the number
                    debug web-0 --image=busybox --replace | --replace, --same-node and --set-image are about a copy
                    debug web-0 --image=busybox --same-node | --replace, --same-node and --set-image are about a copy
                    debug web-0 --copy-to=x -- ls | It is not told which container
                    debug web-0 --copy-to=x --image=busybox --target=app | --target does not go with --copy-to
                    debug web-0 --copy-to=x --set-image='app=a b' | "a b" cannot be an image
                    run x --image=busybox --env=A | --env is NAME=VALUE
                    run x --image=busybox --env==b | "" cannot be the name of an environment variable
                    run x --image=busybox --env=1=b | "1" cannot be the name of an environment variable
                    run x --image=busybox --annotations=a | --annotations is KEY=VALUE
                    run x --image=busybox --annotations==a | --annotations is KEY=VALUE
                    run x --image=busybox --image-pull-policy=Often | --image-pull-policy is
                    create role x --resource=pods | create role needs --verb and --resource
                    create role x --verb=get --resource=.apps | --resource is like pods
                    create role x --verb=get --resource=/log | --resource is like pods
                    create clusterrole x --resource=pods | create clusterrole needs --verb and --resource
                    create clusterrole x --verb=get | create clusterrole needs --verb and --resource
                    create clusterrole x --verb=get --non-resource-url='/a*b' | --non-resource-url is a path
                    create clusterrole x --verb=get --non-resource-url='*/a' | --non-resource-url is a path
                    create clusterrole x --verb=get --non-resource-url='/*/' | --non-resource-url is a path
                    create clusterrole x --aggregation-rule=a=b --resource=pods | A role with --aggregation-rule
                    create clusterrole x --aggregation-rule=a=b --resource-name=a | A role with --aggregation-rule
                    create clusterrole x --aggregation-rule=a=b --non-resource-url=/a | A role with --aggregation-rule
                    apply -f a.yaml --all -l a=b | --all and a selector contradict each other
                    apply -f a.yaml --prune --all -l a=b | --all and a selector contradict each other
                    apply -f a.yaml --server-side --force | apply: --force does not go with --server-side
                    apply -f a.yaml --force --dry-run=server | apply: --force does not go with --dry-run=server
                    apply -f a.yaml --prune --all --force | apply: --force does not go with --prune
                    apply -f a.yaml --prune --all --server-side | apply: --prune does not go with --server-side
                    apply -f a.yaml --subresource=status | apply: --subresource only goes with --server-side
                    """)
    void refusesWhatContradictsItself(String line, String sentence) {
        assertThat(rejected("kubectl " + line).sentence()).startsWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apply -f a.yaml --all",
                "apply -f a.yaml -l a=b",
                "apply -f a.yaml --server-side",
                "apply -f a.yaml --force",
                "apply -f a.yaml --dry-run=server",
                "apply -f a.yaml --dry-run=client",
                "apply -f a.yaml --server-side --dry-run=server",
                "apply -f a.yaml --prune --all",
                "debug web-0 --image=busybox --target=app",
                "debug web-0 --copy-to=x --image=busybox"
            })
    void takesWhatStandsByItself(String line) {
        assertThat(command("kubectl " + line).line().verb()).isEqualTo(line.split(" ", 2)[0]);
    }
}
