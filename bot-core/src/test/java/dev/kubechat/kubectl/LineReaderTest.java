package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The habits of kubectl's parser that surprise; each was seen on kubectl itself. */
class LineReaderTest {

    private final LineReader reader = new LineReader(GrammarFile.builtIn());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    get pods -nshop -owide -A | get [pods] {all-namespaces=[true], namespace=[shop], output=[wide]} null
                    -n shop get pods | get [pods] {namespace=[shop]} null
                    get -n get pods | get [pods] {namespace=[get]} null
                    delete pod x --force false | delete [pod, x, false] {force=[true]} null
                    delete pod x --cascade orphan | delete [pod, x, orphan] {cascade=[background]} null
                    delete pod x --cascade=orphan | delete [pod, x] {cascade=[orphan]} null
                    label pod x a=b --dry-run | label [pod, x, a=b] {dry-run=[unchanged]} null
                    apply -f a,b -f c | apply [] {filename=[a, b, c]} null
                    scale deploy x --replicas=3 --replicas 4 | scale [deploy, x] {replicas=[4]} null
                    scale deploy x --replicas=0x10 | scale [deploy, x] {replicas=[16]} null
                    scale deploy x --replicas=017 | scale [deploy, x] {replicas=[15]} null
                    scale deploy x --replicas=1_000 | scale [deploy, x] {replicas=[1000]} null
                    scale deploy x --replicas=08 | WrongValue
                    exec x -it -- ls -l | exec [x] {stdin=[true], tty=[true]} [ls, -l]
                    exec x -- | exec [x] {} []
                    get pods -n= | get [pods] {namespace=[=]} null
                    get pods --all_namespaces | get [pods] {all-namespaces=[true]} null
                    get pods -A=F | get [pods] {all-namespaces=[false]} null
                    get pods -Aw=false | get [pods] {all-namespaces=[true], watch=[false]} null
                    get pods - | get [pods, -] {} null
                    get pods -test.v | get [pods] {} null
                    get pods -h | Help
                    get pods --help=false | Help
                    get pods ---x | WrongSyntax
                    get pods -n | NoValue
                    get pods --since 5 | UnknownFlag
                    logs x --since 1.5h | logs [x] {since=[1h30m0s]} null
                    logs x --since .5s | logs [x] {since=[500ms]} null
                    logs x --since 5 | WrongValue
                    top po | top pod [] {} null
                    config use x | config use-context [x] {} null
                    create svc clusterip x | create service clusterip [x] {} null
                    rollout app restart | rollout [app, restart] {} null
                    rollout -n shop restart deploy | rollout restart [deploy] {namespace=[shop]} null
                    frobnicate | UnknownCommand
                    -- get pods | [get, pods]
                    """)
    void readsAsKubectlDoes(String words, String read) {
        assertThat(shown(reader.read(List.of(words.split(" ", -1))))).isEqualTo(read);
    }

    private static String shown(LineReader.Line line) {
        if (!(line instanceof LineReader.Line.Read read)) {
            return line.getClass().getSimpleName();
        }
        CommandLine taken = read.line();
        return taken.verb().isEmpty()
                ? String.valueOf(taken.afterDash())
                : "%s %s %s %s"
                        .formatted(
                                taken.verb(), taken.arguments(), taken.flags(), taken.afterDash());
    }
}
