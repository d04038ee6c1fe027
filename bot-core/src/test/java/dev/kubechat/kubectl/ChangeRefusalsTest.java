package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kubectl itself would not run is refused before anybody is asked, with what to type instead. */
class ChangeRefusalsTest {

    private final KubectlReader reader = KubectlFixture.reader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    autoscale deploy web | autoscale needs --max
                    autoscale deploy web --max=0 | autoscale needs --max
                    autoscale deploy web --max=2 --min=3 | --min=3 is more than --max=2
                    autoscale deploy web --max=2 --cpu=lots | "lots" is no quantity
                    autoscale deploy web --max=2 --cpu=70% --cpu-percent=70 | --cpu and --cpu-percent say the same
                    set image deploy/web | set image needs CONTAINER=IMAGE
                    set image deploy/web web- | set image needs CONTAINER=IMAGE
                    set image deploy/web '*=a' b=c | The * already means all containers
                    set image app=web:2 | set image needs what to change
                    set env deploy/web | set env needs a variable
                    set env deploy/web 1A=b | "1A" cannot be the name of an environment variable
                    set env deploy/web A=b A- | "A" is both set and taken away
                    set env deploy/web A=b -- - | There is no standard input in a chat
                    set env deploy/web --keys=a | --keys are entries of a config map or secret
                    set env deploy/web --from=db | "db" is not TYPE/NAME
                    set env deploy/web --from=pod/x | Variables come --from a config map or a secret
                    create job nightly --from=backup | "backup" is not TYPE/NAME
                    set resources deploy web | set resources needs --limits or --requests
                    set resources deploy web --limits=cpu | --limits is a list like
                    set resources deploy web --limits=cpu=much | "much" is no quantity
                    set subject rolebinding r | set subject needs --user, --group or --serviceaccount
                    set subject rolebinding r --serviceaccount=reader | A service account is named with its namespace
                    label pod web-0 | label needs what to set
                    label pods a=b | label needs a type and a name
                    label pod web-0 a=b=c | "b=c" cannot be the value of a label
                    label pod web-0 a='no blanks' | "no blanks" cannot be the value of a label
                    label pod a=b web-0 | "web-0" stands behind what is to be changed
                    label pods --all -l a=b c=d | --all and a selector contradict each other
                    label -f a.yaml pod web-0 a=b | label is told both by the file and by "pod"
                    label pod web-0 a=b --local | --local works on a file alone
                    annotate pod web-0 a=b a- | "a" is both set and taken away
                    taint nodes node-1 | taint needs a taint
                    taint nodes node-1 a=b | "a=b" is no taint
                    taint nodes node-1 a=b:Never | "Never" is no effect of a taint
                    taint pods web-0 a=b:NoSchedule | Only nodes have taints
                    taint nodes a=b:NoSchedule | taint needs the names of nodes
                    taint nodes node-1 a=b:NoSchedule a=c:NoSchedule | "a" is set twice with the same effect
                    taint nodes node-1 a=b:NoSchedule a- | "a" is both set and taken away
                    drain | drain needs the name of a node
                    drain pod/web-0 | "pods/web-0" is no node
                    drain node-1 -l a=b | The nodes are told both by name and by selector
                    patch deploy web | patch needs what to change
                    patch deploy web -p '{}' --patch-file=p.yaml | -p and --patch-file are both there
                    patch deploy web -p '{}' --type=text | --type is strategic, merge or json
                    patch deploy -p '{}' | patch needs a type and a name
                    apply | apply needs a manifest
                    apply -f a.yaml pod/web-0 | apply takes its objects out of the file
                    apply -f a.yaml -k b | -k stands for itself
                    apply -f a.yaml --prune | --prune deletes what the manifests do not name
                    apply -f a.yaml --force-conflicts | apply: --force-conflicts only goes with --server-side
                    apply -f a.yaml --server-side --dry-run=client | apply: --server-side goes with --dry-run=server only
                    apply -f a.yaml --validate=perhaps | --validate is strict, warn or ignore
                    replace -f a.yaml --grace-period=0 | --grace-period and --timeout are about the deletion
                    create --edit -f a.yaml | There is no editor in a chat
                    auth reconcile -f a.yaml --dry-run=server | auth reconcile knows --dry-run=client only
                    certificate approve | certificate approve needs the name of a request
                    scale deploy web --replicas=2 -o wide | A change is not shown as "wide"
                    delete pod web-0 -o yaml | delete has no output but its own words and -o name
                    """)
    void refusesAChangeThatKubectlWouldNotMake(String line, String sentence) {
        assertThat(rejected(line).sentence()).startsWith(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    create deployment web | create deployment needs --image
                    create deployment --image=nginx | create deployment needs a name
                    create deployment web api --image=nginx | create deployment takes one name, and these are 2
                    create deployment web --image=a,b -- sleep 5 | With several images
                    create deployment web --image='a b' | "a b" cannot be an image
                    create job x | create job needs one of --image and --from
                    create job x --from=deploy/web | A job is made --from a cron job
                    create cronjob x --image=busybox | create cronjob needs --schedule
                    create configmap x --from-literal=a | --from-literal is KEY=VALUE
                    create configmap x --from-literal=a=b --from-literal=a=c | "a" is given twice
                    create configmap x --from-file==a | --from-file is a file or KEY=FILE
                    create configmap x --from-env-file=a --from-literal=b=c | --from-env-file stands alone
                    create secret tls x --cert=a.crt | create secret tls needs --key
                    create secret docker-registry x | create secret docker-registry needs --docker-server
                    create service clusterip x | create service clusterip needs --tcp
                    create service nodeport x --tcp=http | --tcp is PORT or PORT:TARGET
                    create service externalname x --external-name=a_b | "a_b" is no host name
                    create ingress x | create ingress needs a --rule
                    create ingress x --rule=shop | "shop" is no rule
                    create role x --verb=get | create role needs --verb and --resource
                    create clusterrole x --verb=use --non-resource-url=/a | "use" is no verb for --non-resource-url
                    create clusterrole x --verb=get --non-resource-url=a | --non-resource-url is a path
                    create clusterrole x --aggregation-rule=a=b --verb=get | A role with --aggregation-rule
                    create rolebinding x --user=a | create rolebinding needs one of --role and --clusterrole
                    create clusterrolebinding x --clusterrole=a --serviceaccount=b | A service account is named
                    create poddisruptionbudget x --selector=a | create poddisruptionbudget needs one of
                    create poddisruptionbudget x --selector=a --min-available=half | --min-available is a count
                    create quota x --hard=pods | --hard is a list like
                    create token x --duration=1ms | --duration is whole seconds
                    create token x --bound-object-kind=Pod | A token is bound with --bound-object-kind
                    expose deploy web --session-affinity=Some | --session-affinity is None or ClientIP
                    run x | run needs --image
                    run --image=busybox | run needs a name
                    run x --image=busybox --rm | --rm deletes the pod when somebody lets go of it
                    run x --image=busybox --expose | --expose needs to be told the port
                    run x --image=busybox -t | -t goes with -i only
                    run x --image=busybox --restart=Sometimes | --restart is Always or OnFailure or Never
                    run x --image=busybox -i --dry-run=client | A dry run starts nothing
                    exec web-0 | exec needs a program
                    exec -- ls | exec needs a pod
                    exec web-0 web-1 -- ls | exec runs in one pod at a time
                    exec web-0 --pod-running-timeout=0 -- ls | --pod-running-timeout is more than zero
                    cp a.txt b.txt | cp needs a pod on one side
                    cp web-0:/a web-1:/b | cp has a pod on one side only
                    cp web-0:/a | cp needs what to copy
                    cp a/b/c:/d e | "a/b/c:/d" is no file in a pod
                    debug web-0 | debug needs --image
                    debug web-0 --image=busybox --set-image=a=b | --replace, --same-node and --set-image
                    debug web-0 --image=busybox --profile=root | --profile is one of
                    debug web-0 --copy-to=c | A copy of a pod that changes nothing
                    """)
    void refusesSomethingNewThatKubectlWouldNotMake(String line, String sentence) {
        assertThat(rejected(line).sentence()).startsWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "autoscale deploy web",
                "set image deploy/web",
                "set env deploy/web",
                "label pod web-0",
                "taint nodes node-1",
                "create deployment web",
                "create job x",
                "create role x",
                "exec web-0",
                "run x",
                "debug web-0",
                "drain",
                "certificate deny"
            })
    void offersALineThatWouldDo(String line) {
        String instead = String.valueOf(rejected(line).instead());
        assertThat(reader.read(instead)).as(instead).isInstanceOf(Reading.Command.class);
    }

    @Test
    void namesAClusterBesideTheCommand() {
        var read = (Reading.Command) reader.read("kubectl --context eu get pods -n shop");
        assertThat(read.cluster()).isEqualTo(new ClusterName("eu"));
        assertThat(read.command().canonical()).isEqualTo("kubectl get pods --namespace=shop");
        assertThat(((Reading.Command) reader.read("kubectl get pods --context=")).cluster())
                .isNull();
    }

    private Reading.Rejected rejected(String line) {
        Reading reading = reader.read("kubectl " + line);
        assertThat(reading).as(line).isInstanceOf(Reading.Rejected.class);
        return (Reading.Rejected) reading;
    }
}
