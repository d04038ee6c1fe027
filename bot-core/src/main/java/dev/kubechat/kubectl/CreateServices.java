package dev.kubechat.kubectl;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** New services, and ingresses to them. */
public sealed interface CreateServices extends CreateCommand {

    /**
     * @param clusterIp its address, or None for none; null for any
     * @param ports as PORT or PORT:TARGET
     */
    record ClusterIp(
            ObjectName object,
            Scope scope,
            @Nullable String clusterIp,
            List<String> ports,
            ChangeOptions options)
            implements CreateServices {

        public ClusterIp {
            ports = List.copyOf(ports);
        }

        static ClusterIp of(Said said) {
            String clusterIp = said.text("clusterip");
            return new ClusterIp(
                    NewObject.named(said, "services"),
                    said.scope(),
                    clusterIp,
                    tcpPorts(said, !"None".equals(clusterIp)),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create service clusterip";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this).flag("clusterip", clusterIp).list("tcp", ports).line();
        }
    }

    /** @param externalName the host name it stands for */
    record ExternalName(
            ObjectName object,
            Scope scope,
            String externalName,
            List<String> ports,
            ChangeOptions options)
            implements CreateServices {

        public ExternalName {
            ports = List.copyOf(ports);
        }

        static ExternalName of(Said said) {
            ObjectName object = NewObject.named(said, "services");
            return new ExternalName(
                    object,
                    said.scope(),
                    Syntax.subdomain(
                            "external-name",
                            NewObject.required(
                                    said,
                                    "external-name",
                                    object.name() + " --external-name=db.example.com")),
                    tcpPorts(said, false),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create service externalname";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this)
                    .flag("external-name", externalName)
                    .list("tcp", ports)
                    .line();
        }
    }

    record LoadBalancer(ObjectName object, Scope scope, List<String> ports, ChangeOptions options)
            implements CreateServices {

        public LoadBalancer {
            ports = List.copyOf(ports);
        }

        static LoadBalancer of(Said said) {
            return new LoadBalancer(
                    NewObject.named(said, "services"),
                    said.scope(),
                    tcpPorts(said, true),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create service loadbalancer";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this).list("tcp", ports).line();
        }
    }

    /** @param nodePort null for any */
    record NodePort(
            ObjectName object,
            Scope scope,
            List<String> ports,
            @Nullable Integer nodePort,
            ChangeOptions options)
            implements CreateServices {

        public NodePort {
            ports = List.copyOf(ports);
        }

        static NodePort of(Said said) {
            return new NodePort(
                    NewObject.named(said, "services"),
                    said.scope(),
                    tcpPorts(said, true),
                    said.count("node-port", 0),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create service nodeport";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this).list("tcp", ports).flag("node-port", nodePort).line();
        }
    }

    /**
     * @param ingressClass null for the usual one
     * @param defaultBackend SERVICE:PORT for what no rule fits; null for none
     * @param rules as HOST/PATH=SERVICE:PORT, and ,tls=SECRET behind it
     * @param annotations as KEY=VALUE
     */
    record Ingress(
            ObjectName object,
            Scope scope,
            @Nullable String ingressClass,
            @Nullable String defaultBackend,
            List<String> rules,
            List<String> annotations,
            ChangeOptions options)
            implements CreateServices {

        // kubectl's own, which looks at the beginning only
        private static final Pattern RULE =
                Pattern.compile("^[\\w*.-]*/.*=[\\w-]+:[\\w-]+", Pattern.DOTALL);
        private static final String EXAMPLE =
                "kubectl create ingress shop --rule=shop.example.com/=checkout:80";

        public Ingress {
            rules = List.copyOf(rules);
            annotations = List.copyOf(annotations);
        }

        static Ingress of(Said said) {
            List<String> rules = said.list("rule");
            List<String> annotations = said.list("annotation");
            String backend = said.text("default-backend");
            if (rules.isEmpty() && backend == null) {
                throw new Unreadable(
                        "create ingress needs a --rule or a --default-backend, like %s."
                                .formatted(EXAMPLE),
                        EXAMPLE);
            }
            rules.forEach(Ingress::checkRule);
            annotations.forEach(Ingress::checkAnnotation);
            if (backend != null && backend.split(":", -1).length != 2) {
                throw new Unreadable(
                        "--default-backend is SERVICE:PORT, and not %s."
                                .formatted(Shown.quoted(backend)));
            }
            return new Ingress(
                    NewObject.named(said, "ingresses.networking.k8s.io"),
                    said.scope(),
                    said.text("class"),
                    backend,
                    rules,
                    annotations,
                    ChangeOptions.of(said));
        }

        private static void checkRule(String rule) {
            if (!RULE.matcher(rule).find()) {
                throw new Unreadable(
                        "%s is no rule: it is HOST/PATH=SERVICE:PORT, like %s."
                                .formatted(Shown.quoted(rule), EXAMPLE));
            }
        }

        private static void checkAnnotation(String annotation) {
            if (annotation.indexOf('=') < 0) {
                throw new Unreadable(
                        "--annotation is KEY=VALUE, and not %s."
                                .formatted(Shown.quoted(annotation)));
            }
        }

        @Override
        public String verb() {
            return "create ingress";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this)
                    .flag("class", ingressClass)
                    .flag("default-backend", defaultBackend)
                    .list("rule", rules)
                    .list("annotation", annotations)
                    .line();
        }
    }

    private static List<String> tcpPorts(Said said, boolean needed) {
        List<String> ports = said.list("tcp");
        if (ports.isEmpty() && needed) {
            throw new Unreadable(
                    "%s needs --tcp, the port and where it leads, like --tcp=80:8080."
                            .formatted(said.line().verb()));
        }
        ports.forEach(port -> {
            if (!port.matches("[0-9]{1,5}(:([0-9]{1,5}|[a-z0-9-]{1,15}))?")) {
                throw new Unreadable(
                        "--tcp is PORT or PORT:TARGET, like 80:8080, and not %s."
                                .formatted(Shown.quoted(port)));
            }
        });
        return ports;
    }
}
