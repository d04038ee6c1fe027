package dev.kubechat.plan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "create ingress web for host shop.example to service web port 80". */
final class CreateIngressIntent implements Intent {

    private static final Pattern HOST =
            Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9-]{0,62}\\.){1,8}[a-z]{2,20}");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._/-]{0,100}");
    private static final Pattern BACKEND = Pattern.compile("([a-z0-9-]{1,63}):([0-9]{1,5})");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean asked =
                sentence.has(Sense.CREATE)
                        && sentence.find(word -> "ingresses".equals(word.kind())) >= 0;
        if (!asked || sentence.has(Sense.WHY, Sense.DELETE, Sense.TLS, Sense.ANNOTATE)) {
            return Optional.empty();
        }
        String dry = Made.dry(sentence);
        String host = sentence.takeFirst(word -> fits(word, HOST));
        String path = sentence.takeFirst(word -> fits(word, PATH));
        String backend = sentence.takeFirst(word -> fits(word, BACKEND));
        int port = Values.numberAt(sentence, Sense.PORT);
        sentence.take(Sense.CREATE, Sense.PORT, Sense.ROUTES_TO, Sense.EXPOSE, Sense.RUNNING);
        sentence.takeAll(CreateIngressIntent::isJoint);
        Target target = Target.take(sentence);
        String name = name(target, "ingresses");
        String service = name(target, "services");
        int named = (name == null ? 0 : 1) + (service == null ? 0 : 1);
        if (target.named().size() != named || (service != null && backend != null)) {
            return Optional.empty();
        }
        String to = backend != null ? backend : service + ":" + port;
        boolean whole = name != null && host != null;
        boolean lead = backend != null || (service != null && port >= 0);
        return whole && lead
                ? Intent.line(
                        "create ingress %s --rule='%s%s=%s'%s"
                                .formatted(name, host, path == null ? "/*" : path + "*", to, dry),
                        place)
                : Intent.ask(
                        "A new ingress needs a name, a host, a service and its port. Say it like:"
                                + " create ingress web for host web.example.com to service web"
                                + " port 80");
    }

    private static boolean fits(Word word, Pattern pattern) {
        return (word.isUnknown() || word.quoted()) && pattern.matcher(word.text()).matches();
    }

    private static boolean isJoint(Word word) {
        return switch (word.text().toLowerCase(java.util.Locale.ROOT)) {
            case "host", "hostname", "domain", "backend", "rule", "routing", "path" -> true;
            default -> false;
        };
    }

    private static @Nullable String name(Target target, String kind) {
        return target.named().stream()
                .filter(thing -> thing.isKind(kind) && thing.names().size() == 1)
                .map(Thing::bare)
                .findFirst()
                .orElse(null);
    }
}
