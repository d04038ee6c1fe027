package dev.kubechat.kubectl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes lines that change something, mostly right, for every changing verb: what it needs, and flags of its own in any order. */
final class ChangeLines {

    private static final List<String> COMMON =
            List.of(
                    "-n shop",
                    "--namespace kube-system",
                    "--dry-run=client",
                    "--dry-run=server",
                    "--dry-run=none",
                    "--dry-run",
                    "-o yaml",
                    "-o name",
                    "-o JSON",
                    "-o jsonpath='{.metadata.name}'",
                    "-o go-template --template='{{.kind}}'",
                    "--template '{{.kind}}'",
                    "--show-managed-fields",
                    "--field-manager=alice",
                    "--record",
                    "--save-config",
                    "--validate=false",
                    "--validate=warn",
                    "--request-timeout=5s",
                    "--context=staging");

    private static final List<String> OBJECTS =
            List.of(
                    "deploy web",
                    "deployment/web",
                    "sts/db deploy/web",
                    "svc web",
                    "pods -l app=web",
                    "deploy --all",
                    "-f web.yaml",
                    "-k overlays",
                    "-f a.yaml,b.yaml -R",
                    "widgets.example.com w1 w2",
                    "-f web.yaml -l tier=front");

    private static final Map<String, List<String>> NEEDS = needs();
    private static final Map<String, List<String>> FLAGS = flags();

    private final Random random;

    ChangeLines(long seed) {
        random = new Random(seed);
    }

    static List<String> verbs() {
        return List.copyOf(NEEDS.keySet());
    }

    String next() {
        return next(pick(verbs()));
    }

    String next(String verb) {
        var parts = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(pick(random.nextInt(3) == 0 ? COMMON : FLAGS.getOrDefault(verb, COMMON)));
        }
        String need = pick(NEEDS.getOrDefault(verb, List.of())).replace("OBJECTS", pick(OBJECTS));
        String before = need;
        String program = "";
        int dash = need.indexOf(" -- ");
        if (dash >= 0) {
            before = need.substring(0, dash);
            program = need.substring(dash);
        }
        parts.add(before);
        Collections.shuffle(parts, random);
        return "kubectl %s %s%s".formatted(verb, String.join(" ", parts), program);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Map<String, List<String>> needs() {
        var needs = new TreeMap<String, List<String>>();
        needs.put(
                "annotate",
                List.of(
                        "OBJECTS note='it is fine' example.com/x-",
                        "OBJECTS a=b=c",
                        "OBJECTS --list"));
        needs.put(
                "apply",
                List.of(
                        "-f web.yaml",
                        "-k overlays",
                        "-f web.yaml -l app=web --prune",
                        "-f a.yaml -f b.yaml"));
        needs.put("apply set-last-applied", List.of("-f web.yaml"));
        needs.put("auth reconcile", List.of("-f rbac.yaml", "-k rbac"));
        needs.put("autoscale", List.of("OBJECTS --max=5", "OBJECTS --max=5 --min=2"));
        needs.put("certificate approve", List.of("csr-1 csr-2", "-f csr.yaml"));
        needs.put("certificate deny", List.of("csr-1", "-f csr.yaml"));
        needs.put("cordon", List.of("node-1", "node/node-1 node-2", "-l pool=a"));
        needs.put(
                "cp",
                List.of(
                        "web-0:/tmp/a a",
                        "a.txt shop/web-0:/tmp/a",
                        "shop/web-0:'/tmp/a b' 'a b'"));
        needs.put("create", List.of("-f web.yaml", "-k overlays", "-f web.yaml -R -l app=web"));
        needs.put(
                "create clusterrole",
                List.of(
                        "x --verb=get,list --verb=watch --resource=pods,deploy.apps/scale",
                        "x --verb=get --non-resource-url=/healthz/*",
                        "x --aggregation-rule='a=b, c=d'",
                        "x --verb='*' --resource='*' --verb=get"));
        needs.put(
                "create clusterrolebinding",
                List.of(
                        "x --clusterrole=view --user=alice --group=a,b",
                        "x --clusterrole view --serviceaccount=shop:reader"));
        needs.put(
                "create configmap",
                List.of(
                        "x --from-literal=a=b --from-literal=c='d e'",
                        "x --from-file=a.txt --from-file=k=b.txt",
                        "x --from-env-file=a.env",
                        "x"));
        needs.put(
                "create cronjob",
                List.of(
                        "x --image=busybox --schedule='*/5 * * * *'",
                        "x --image=busybox --schedule=@daily -- date -u"));
        needs.put(
                "create deployment",
                List.of(
                        "x --image=nginx:1.29",
                        "x --image=a,b --image=c",
                        "x --image=nginx -- sleep 5"));
        needs.put(
                "create ingress",
                List.of(
                        "x --rule='shop.example.com/*=web:80,tls=cert'",
                        "x --default-backend=web:80 --annotation=a=b"));
        needs.put(
                "create job",
                List.of(
                        "x --image=busybox -- date",
                        "x --from=cronjob/backup",
                        "x --image busybox"));
        needs.put("create namespace", List.of("x"));
        needs.put(
                "create poddisruptionbudget",
                List.of(
                        "x --selector=app=web --min-available=50%",
                        "x --selector=a --max-unavailable=1"));
        needs.put(
                "create priorityclass",
                List.of("x --value=1000", "x --value=-5 --description='not soon'"));
        needs.put(
                "create quota",
                List.of(
                        "x --hard=pods=2,cpu=500m",
                        "x --hard=memory=1Gi --scopes=BestEffort,NotTerminating",
                        "x"));
        needs.put(
                "create role",
                List.of(
                        "x --verb=get --resource=pods",
                        "x --verb=get --resource=pods --resource-name=a --resource-name=b"));
        needs.put(
                "create rolebinding",
                List.of(
                        "x --role=r --user=alice",
                        "x --clusterrole=view --serviceaccount=a:b --group=g"));
        needs.put(
                "create secret docker-registry",
                List.of(
                        "x --docker-username=u --docker-password='p=,q'",
                        "x --from-file=config.json"));
        needs.put(
                "create secret generic",
                List.of(
                        "x --from-literal=a=b",
                        "x --from-file=key=a.txt",
                        "x --from-env-file=a.env --from-env-file=b.env"));
        needs.put("create secret tls", List.of("x --cert=tls.crt --key=tls.key"));
        needs.put("create service clusterip", List.of("x --tcp=80:8080", "x --clusterip=None"));
        needs.put("create service externalname", List.of("x --external-name=db.example.com"));
        needs.put("create service loadbalancer", List.of("x --tcp=80"));
        needs.put("create service nodeport", List.of("x --tcp=80:http --node-port=30080"));
        needs.put("create serviceaccount", List.of("x"));
        needs.put("create token", List.of("x", "x --duration=10m --audience=a --audience=b"));
        needs.put(
                "debug",
                List.of(
                        "web-0 --image=busybox",
                        "node/node-1 --image=busybox -- sh -c 'ls /'",
                        "web-0 --copy-to=web-1 --set-image='*=busybox'"));
        needs.put("delete", List.of("OBJECTS", "pod web-0"));
        needs.put("drain", List.of("node-1", "-l pool=a", "node-1 node-2"));
        needs.put(
                "exec",
                List.of(
                        "web-0 -- ls -l",
                        "deploy/web -c app -- cat /etc/hosts",
                        "web-0 ls",
                        "-f web.yaml -- ls"));
        needs.put(
                "expose",
                List.of(
                        "OBJECTS --port=80",
                        "svc web --name=web2",
                        "deploy web --port=80,443 --selector=app=web"));
        needs.put(
                "label",
                List.of(
                        "OBJECTS a=b",
                        "OBJECTS a=b example.com/c=d e-",
                        "pod web-0 --list",
                        "pod web-0 -- -x-"));
        needs.put(
                "patch",
                List.of(
                        "OBJECTS -p '{\"spec\":{\"replicas\":3}}'",
                        "OBJECTS --patch-file=p.yaml",
                        "deploy web -p $'a: b'".replace("$'", "'")));
        needs.put("replace", List.of("-f web.yaml", "-f web.yaml --force", "-k overlays"));
        needs.put("rollout pause", List.of("OBJECTS", "deploy"));
        needs.put(
                "rollout restart",
                List.of("deploy web", "deploy", "-f web.yaml", "sts/db ds/agent"));
        needs.put("rollout resume", List.of("OBJECTS"));
        needs.put("rollout undo", List.of("OBJECTS", "deploy/web --to-revision=3"));
        needs.put(
                "run",
                List.of(
                        "x --image=busybox",
                        "x --image=busybox -- sleep 5",
                        "x --image=busybox sleep 5",
                        "x --image=busybox -it --rm -- sh"));
        needs.put("scale", List.of("OBJECTS --replicas=3", "OBJECTS --replicas=0"));
        needs.put(
                "set env",
                List.of(
                        "OBJECTS A=b C-",
                        "OBJECTS -e A=b",
                        "OBJECTS --from=configmap/web",
                        "OBJECTS --list"));
        needs.put(
                "set image", List.of("OBJECTS app=web:2", "OBJECTS '*=web:2'", "OBJECTS a=b c=d"));
        needs.put(
                "set resources",
                List.of("OBJECTS --limits=cpu=200m,memory=512Mi", "OBJECTS --requests=cpu=1"));
        needs.put(
                "set selector",
                List.of(
                        "svc web 'app in (a, b)'",
                        "-f web.yaml app=web",
                        "-f web.yaml -R=false app=web"));
        needs.put("set serviceaccount", List.of("OBJECTS reader"));
        needs.put(
                "set subject",
                List.of(
                        "rolebinding r --user=alice",
                        "clusterrolebinding/r --group=a --serviceaccount=a:b"));
        needs.put(
                "taint",
                List.of(
                        "nodes node-1 a=b:NoSchedule",
                        "no node-1 node-2 a:NoExecute b-",
                        "node --all a=b:PreferNoSchedule c:NoSchedule-",
                        "nodes -l pool=a a=b:NoSchedule"));
        needs.put("uncordon", List.of("node-1", "-l pool=a"));
        return Collections.unmodifiableMap(needs);
    }

    private static Map<String, List<String>> flags() {
        var flags = new TreeMap<String, List<String>>();
        List<String> marks =
                List.of(
                        "--overwrite",
                        "-A",
                        "--field-selector=metadata.name=web",
                        "--resource-version=7",
                        "--local",
                        "--list=false");
        flags.put("annotate", marks);
        flags.put("label", marks);
        flags.put(
                "apply",
                List.of(
                        "--server-side",
                        "--force-conflicts --server-side",
                        "--force",
                        "--grace-period=0",
                        "--overwrite=false",
                        "--wait",
                        "--timeout=5s",
                        "--cascade=orphan",
                        "--prune --all",
                        "--prune-allowlist=core/v1/ConfigMap",
                        "--openapi-patch=false",
                        "--subresource=status --server-side"));
        flags.put("apply set-last-applied", List.of("--create-annotation"));
        flags.put(
                "auth reconcile", List.of("--remove-extra-permissions", "--remove-extra-subjects"));
        flags.put(
                "autoscale",
                List.of(
                        "--cpu=70%",
                        "--cpu=500m",
                        "--memory=200Mi",
                        "--cpu-percent=80",
                        "--name=web",
                        "--min=0"));
        flags.put("certificate approve", List.of("--force"));
        flags.put("certificate deny", List.of("--force"));
        flags.put("cp", List.of("-c app", "--no-preserve", "--retries=-1", "--retries=3"));
        flags.put("create configmap", List.of("--append-hash"));
        flags.put("create secret generic", List.of("--append-hash", "--type=example.com/x"));
        flags.put(
                "create secret docker-registry",
                List.of("--docker-email=a@b", "--docker-server=r.example.com"));
        flags.put("create cronjob", List.of("--restart=Never"));
        flags.put("create deployment", List.of("-r 3", "--replicas=0", "--port=80"));
        flags.put("create ingress", List.of("--class=nginx", "--annotation=c=d"));
        flags.put("create priorityclass", List.of("--global-default", "--preemption-policy=Never"));
        flags.put(
                "create token",
                List.of("--bound-object-kind=Pod --bound-object-name=web-0", "--duration=1h"));
        flags.put(
                "debug",
                List.of(
                        "-it",
                        "-i",
                        "--profile=sysadmin",
                        "--env=a=b,c=d",
                        "--target=app",
                        "-c dbg",
                        "--copy-to=c",
                        "--share-processes=false",
                        "--keep-labels",
                        "--keep-init-containers=false",
                        "--same-node",
                        "--replace",
                        "--image-pull-policy=Always",
                        "-q",
                        "--attach=false",
                        "--arguments-only",
                        "--custom=c.yaml"));
        flags.put(
                "delete",
                List.of(
                        "--now",
                        "--force",
                        "--grace-period=0",
                        "--grace-period=5",
                        "--cascade=foreground",
                        "--cascade=orphan",
                        "--timeout=5s",
                        "--wait=false",
                        "--ignore-not-found",
                        "-o name",
                        "-i"));
        flags.put(
                "drain",
                List.of(
                        "--force",
                        "--ignore-daemonsets",
                        "--delete-emptydir-data",
                        "--disable-eviction",
                        "--pod-selector=app=web",
                        "--grace-period=5",
                        "--timeout=1m",
                        "--skip-wait-for-delete-timeout=5",
                        "--chunk-size=7"));
        flags.put("exec", List.of("-it", "-i -t", "-q", "--pod-running-timeout=5s", "-c app"));
        flags.put(
                "expose",
                List.of(
                        "--target-port=http",
                        "--type=NodePort",
                        "--protocol=UDP",
                        "-l a=b,c=d",
                        "--external-ip=1.2.3.4",
                        "--load-balancer-ip=1.2.3.4",
                        "--cluster-ip=None",
                        "--session-affinity=ClientIP",
                        "--overrides='{}'",
                        "--override-type=strategic"));
        flags.put(
                "patch", List.of("--type=merge", "--type JSON", "--subresource=scale", "--local"));
        flags.put(
                "replace",
                List.of(
                        "--force",
                        "--grace-period=0 --force",
                        "--timeout=5s --force",
                        "--cascade=orphan",
                        "--wait",
                        "--subresource=status"));
        flags.put(
                "run",
                List.of(
                        "--port=80",
                        "--expose --port=80",
                        "--env=A=b",
                        "--env='C=d,e'",
                        "-l a=b",
                        "--restart=Never",
                        "--restart=Always",
                        "--privileged",
                        "--overrides='{}'",
                        "--image-pull-policy=Never",
                        "--annotations=a=b",
                        "--command",
                        "-i",
                        "--attach",
                        "-q",
                        "--pod-running-timeout=5s",
                        "--leave-stdin-open"));
        flags.put("scale", List.of("--current-replicas=2", "--resource-version=7", "--timeout=5s"));
        flags.put(
                "set env",
                List.of(
                        "-c app",
                        "--prefix=X_",
                        "--keys=a,b --from=secret/s",
                        "--overwrite=false",
                        "--resolve --list",
                        "--local"));
        flags.put("set image", List.of("--local", "--all"));
        flags.put("set resources", List.of("-c app", "--local"));
        flags.put("set selector", List.of("--resource-version=7", "--local"));
        flags.put("taint", List.of("--overwrite"));
        return Collections.unmodifiableMap(flags);
    }
}
