package dev.kubechat.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "expose deployment web on port 80, target port 8080, as a NodePort", "make service web a LoadBalancer". */
final class ExposeIntent implements Intent {

    private static final Set<Sense> TYPES =
            EnumSet.of(Sense.NODEPORT, Sense.LOADBALANCER, Sense.CLUSTERIP);
    private static final Pattern PORTS = Pattern.compile("[0-9]{1,5}:[0-9]{1,5}");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean exposes = sentence.find(word -> word.is(Sense.EXPOSE)) >= 0;
        boolean asks =
                sentence.has(Sense.SHOW) && !sentence.has(Sense.NUMBER, Sense.SET, Sense.CREATE);
        if (sentence.has(Sense.WHY) || asks) {
            return Optional.empty();
        }
        return exposes ? expose(sentence, place) : type(sentence, place);
    }

    static @Nullable String type(Sentence sentence) {
        if (sentence.take(Sense.NODEPORT)) {
            return "NodePort";
        }
        if (sentence.take(Sense.LOADBALANCER)) {
            return "LoadBalancer";
        }
        return sentence.take(Sense.CLUSTERIP) ? "ClusterIP" : null;
    }

    private static Optional<Said> expose(Sentence sentence, Place place) {
        String type = type(sentence);
        int target = Values.numberAt(sentence, Sense.TARGET_PORT);
        int port = Values.numberAt(sentence, Sense.PORT);
        String mapped = sentence.takeFirst(word -> PORTS.matcher(word.text()).matches());
        if (port < 0 && mapped == null) {
            port = Values.number(sentence);
        }
        boolean called = sentence.has(Sense.NAMED);
        String name = name(sentence);
        sentence.take(
                Sense.EXPOSE, Sense.PORT, Sense.TARGET_PORT, Sense.CREATE, Sense.SET, Sense.NOW);
        Target found = Target.take(sentence);
        var services = found.named().stream().filter(thing -> thing.isKind("services")).toList();
        var others = new ArrayList<>(found.named());
        others.removeAll(services);
        if (others.isEmpty() && !called) {
            others.addAll(services);
            services = List.of();
        }
        boolean more = found.kinds().stream().anyMatch(kind -> !kind.isKind("services"));
        if (others.size() != 1
                || services.size() > 1
                || more
                || others.getFirst().names().size() > 1) {
            return Optional.empty();
        }
        String as = !services.isEmpty() ? services.getFirst().bare() : name;
        return line(
                new Spot(others.getFirst().asWorkload(), place),
                ports(port, target, mapped),
                as,
                type);
    }

    private static String ports(int port, int target, @Nullable String mapped) {
        if (mapped != null) {
            String[] both = mapped.split(":", -1);
            return " --port=" + both[0] + " --target-port=" + both[1];
        }
        return port < 0 ? "" : " --port=" + port + (target < 0 ? "" : " --target-port=" + target);
    }

    /** "as web-svc", "with the name web-svc" */
    private static @Nullable String name(Sentence sentence) {
        for (int i = 1; i < sentence.size(); i++) {
            boolean as =
                    sentence.isFree(i, Sense.AS)
                            || (sentence.isFree(i, Sense.NAMED)
                                    && !sentence.at(i - 1).is(Sense.KIND));
            int next = as ? sentence.after(i, Sense.A) : -1;
            if (sentence.isFree(next) && sentence.at(next).isName()) {
                sentence.take(i);
                sentence.take(next);
                return sentence.at(next).text();
            }
        }
        return null;
    }

    private static Optional<Said> line(
            Spot spot, String ports, @Nullable String name, @Nullable String type) {
        if (ports.isEmpty()) {
            return Intent.ask(
                    "On which port is %s to be exposed?".formatted(spot.thing().said()),
                    "expose %s %s on port 80%s"
                            .formatted(
                                    spot.thing().type(), spot.thing().bare(), spot.place().said()));
        }
        return Intent.line(
                "expose %s%s%s%s"
                        .formatted(
                                spot.thing().words(),
                                ports,
                                name == null ? "" : " --name=" + name,
                                type == null ? "" : " --type=" + type),
                spot.place());
    }

    /** "convert the ClusterIP to a NodePort": the one it is to become. */
    private static @Nullable String changed(Sentence sentence) {
        int to = sentence.find(word -> word.is(Sense.TO) && !word.is(Sense.NOISE));
        int next = to < 0 ? -1 : sentence.after(to, Sense.A);
        for (Sense type : List.of(Sense.NODEPORT, Sense.LOADBALANCER, Sense.CLUSTERIP)) {
            if (sentence.isFree(next, type)) {
                for (int i = 0; i < next; i++) {
                    if (sentence.isFree(i) && sentence.at(i).isAny(TYPES)) {
                        sentence.take(i);
                    }
                }
            }
        }
        return type(sentence);
    }

    /** "make service web a NodePort" */
    private static Optional<Said> type(Sentence sentence, Place place) {
        boolean change = sentence.has(Sense.SET) && !sentence.has(Sense.CREATE, Sense.DELETE);
        String type = change ? changed(sentence) : null;
        if (type == null) {
            return Optional.empty();
        }
        sentence.take(Sense.SET, Sense.NOW);
        return Spot.takeForChange(sentence, place)
                .filter(spot -> spot.thing().isKind("services") && spot.thing().names().size() == 1)
                .flatMap(spot ->
                        Intent.line(
                                "patch service %s -p '{\"spec\":{\"type\":\"%s\"}}'"
                                        .formatted(spot.thing().bare(), type),
                                spot.place()));
    }
}
