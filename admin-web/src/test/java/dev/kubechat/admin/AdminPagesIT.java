package dev.kubechat.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.kubechat.approval.ApprovalConfiguration;
import dev.kubechat.approval.ApprovalSchema;
import dev.kubechat.audit.Actor;
import dev.kubechat.audit.AuditConfiguration;
import dev.kubechat.audit.AuditEvent;
import dev.kubechat.audit.AuditSchema;
import dev.kubechat.audit.AuditTrail;
import dev.kubechat.cluster.ClusterConfiguration;
import dev.kubechat.identity.IdentityConfiguration;
import dev.kubechat.pipeline.CoreSchema;
import dev.kubechat.sandbox.backends.Backends;
import dev.kubechat.sandbox.cluster.StageCluster;
import dev.kubechat.sandbox.cluster.StageClusterOptions;
import dev.kubechat.work.WorkConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.WebApplicationContext;

/** The admin pages on a real database and cluster, as different people see them. */
class AdminPagesIT {

    private static final UUID REQUEST = UUID.fromString("01923000-0000-7000-8000-000000000001");

    @TempDir static Path folder;

    private static StageCluster cluster;
    private static ConfigurableApplicationContext context;
    private static MockMvc pages;

    @BeforeAll
    static void start() throws IOException {
        cluster = StageCluster.start(StageClusterOptions.shop());
        context =
                new SpringApplicationBuilder(Wiring.class)
                        .run(
                                settings().entrySet().stream()
                                        .map(setting ->
                                                "--%s=%s"
                                                        .formatted(
                                                                setting.getKey(),
                                                                setting.getValue()))
                                        .toArray(String[]::new));
        pages =
                MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                        .apply(springSecurity())
                        .build();
        somethingHappens();
    }

    @AfterAll
    static void stop() {
        context.close();
        cluster.close();
    }

    private static Map<String, Object> settings() throws IOException {
        var database = Backends.postgres().newDatabase();
        var role = database.app().user();
        AuditSchema.migrate(database.asOwner(), role);
        ApprovalSchema.migrate(database.asOwner(), role);
        CoreSchema.migrate(database.asOwner(), role);
        var settings = new LinkedHashMap<String, Object>();
        settings.put("server.port", 0);
        settings.put("spring.flyway.enabled", false);
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", role);
        settings.put("spring.datasource.password", database.app().password());
        settings.put("kubechat.approval.groups", "sre");
        settings.put("kubechat.clusters[0].id", "staging");
        settings.put(
                "kubechat.clusters[0].kubeconfig",
                Files.writeString(folder.resolve("config"), cluster.kubeconfig()));
        settings.put("kubechat.clusters[0].context", "bot");
        person(settings, "alice", "shop-developers");
        person(settings, "dave", "kubechat-auditors");
        person(settings, "erin", "kubechat-admins");
        return settings;
    }

    private static void person(Map<String, Object> settings, String key, String group) {
        settings.put("kubechat.people.%s.name".formatted(key), key);
        settings.put("kubechat.people.%s.accounts.web".formatted(key), key);
        settings.put("kubechat.people.%s.user".formatted(key), key);
        settings.put("kubechat.people.%s.groups".formatted(key), group);
    }

    private static void somethingHappens() {
        var alice =
                context.getBean(JdbcClient.class)
                        .sql("select person_id from core.account where account = 'alice'")
                        .query(UUID.class)
                        .single();
        context.getBean(TransactionOperations.class)
                .executeWithoutResult(_ -> {
                    context.getBean(AuditTrail.class)
                            .record(
                                    AuditEvent.of(
                                            "ask.answered",
                                            new Actor.Human(alice, "<b>Alice</b>"),
                                            REQUEST,
                                            Map.of("command", "kubectl get pods <script>")));
                    context.getBean(AuditTrail.class)
                            .record(
                                    AuditEvent.of(
                                            "approval.expired", new Actor.Bot(), null, Map.of()));
                });
        context.getBean(JdbcClient.class)
                .sql(
                        """
                        insert into core.query (id, platform, channel, root, event_id, person_id, account, account_name,
                            person_name, kubernetes_user, kubernetes_groups, words, cluster, namespace, command, level,
                            asked_at)
                        values (?, 'web', 'shop', 'r', 'e', ?, 'alice', 'Alice', 'Alice', 'alice', '{}',
                            'show pods <img src=x>', 'staging', 'shop', 'kubectl get pods', 'SAFE', now())
                        """)
                .params(REQUEST, alice)
                .update();
    }

    private static MockHttpServletResponse see(String person, String path) throws Exception {
        return pages.perform(get(path).with(user(person))).andReturn().getResponse();
    }

    @Test
    void showsAnAdminHowThingsAre() throws Exception {
        var page = see("erin", "/admin");
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains(
                        "No request waits", "PostgreSQL", "Answers; version 18", "Cluster staging");
    }

    @Test
    void saysWhichClusterIsAway() throws Exception {
        cluster.beginOutage();
        try {
            assertThat(see("erin", "/admin").getStatus()).isEqualTo(200);
        } finally {
            cluster.endOutage();
        }
    }

    @Test
    void showsAnAuditorTheAsksAndEscapesThem() throws Exception {
        var page = see("dave", "/admin/asks");
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("show pods &lt;img src=x&gt;", "kubectl get pods", "SAFE", "answered")
                .doesNotContain("<img src=x>");
    }

    @Test
    void showsTheTrailAndEscapesIt() throws Exception {
        assertThat(see("dave", "/admin/audit").getContentAsString())
                .contains(
                        "ask.answered", "approval.expired", "KubeChat", "&lt;b&gt;Alice&lt;/b&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void filtersTheTrail() throws Exception {
        assertThat(see("dave", "/admin/audit?request=" + REQUEST).getContentAsString())
                .contains("ask.answered")
                .doesNotContain("approval.expired");
        assertThat(see("dave", "/admin/audit?type=approval.").getContentAsString())
                .contains("approval.expired")
                .doesNotContain("ask.answered");
    }

    @Test
    void answersABadFilterWithASentence() throws Exception {
        var page = see("dave", "/admin/audit?request=oops");
        assertThat(page.getStatus()).isEqualTo(400);
        assertThat(page.getContentAsString()).contains("&quot;oops&quot; is no request id");
    }

    @Test
    void refusesAnAuditorTheOverviewAndSaysWhatIsMissing() throws Exception {
        var page = see("dave", "/admin");
        assertThat(page.getStatus()).isEqualTo(403);
        assertThat(page.getContentAsString())
                .contains("dave is in none of the groups that may see this page: kubechat-admins");
    }

    @Test
    void refusesOthersEverything() throws Exception {
        assertThat(see("alice", "/admin").getStatus()).isEqualTo(403);
        assertThat(see("alice", "/admin/asks").getStatus()).isEqualTo(403);
        assertThat(see("alice", "/admin/audit").getStatus()).isEqualTo(403);
        assertThat(see("nobody", "/admin/audit").getStatus()).isEqualTo(403);
    }

    @Test
    void sendsWhoIsNotSignedInToSignIn() throws Exception {
        var answer = pages.perform(get("/admin/audit")).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void allowsNoScriptOfOthers() throws Exception {
        assertThat(see("erin", "/admin").getHeader("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        ApprovalConfiguration.class,
        AuditConfiguration.class,
        WorkConfiguration.class,
        ClusterConfiguration.class,
        IdentityConfiguration.class,
        AdminConfiguration.class
    })
    static class Wiring {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
