package dev.kubechat.admin;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.kubechat.approval.ApprovalConfiguration;
import dev.kubechat.approval.ApprovalSchema;
import dev.kubechat.audit.AuditConfiguration;
import dev.kubechat.audit.AuditSchema;
import dev.kubechat.cluster.ClusterConfiguration;
import dev.kubechat.identity.IdentityConfiguration;
import dev.kubechat.pipeline.CoreSchema;
import dev.kubechat.sandbox.backends.Backends;
import dev.kubechat.sandbox.backends.Database;
import dev.kubechat.sandbox.cluster.StageCluster;
import dev.kubechat.sandbox.cluster.StageClusterOptions;
import dev.kubechat.work.WorkConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The admin pages over a fresh database and a cluster of their own, and people to look at them. */
final class AdminWorld implements AutoCloseable {

    private final StageCluster cluster = StageCluster.start(StageClusterOptions.shop());
    private final ConfigurableApplicationContext context;
    private final MockMvc pages;

    AdminWorld(int port, Class<?>... more) {
        context =
                new SpringApplicationBuilder(Wiring.class)
                        .sources(more)
                        .run(
                                settings(port).entrySet().stream()
                                        .map(AdminWorld::argument)
                                        .toArray(String[]::new));
        pages =
                MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                        .apply(springSecurity())
                        .build();
    }

    private static String argument(Map.Entry<String, Object> setting) {
        return "--%s=%s".formatted(setting.getKey(), setting.getValue());
    }

    private Map<String, Object> settings(int port) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("server.port", port);
        settings.put("spring.flyway.enabled", false);
        settings.put("logging.level.root", "warn");
        settings.put("kubechat.approval.groups", "sre");
        settings.put("kubechat.clusters[0].id", "staging");
        settings.put("kubechat.clusters[0].kubeconfig", kubeconfig());
        settings.put("kubechat.clusters[0].context", "bot");
        person(settings, "Alice", "shop-developers");
        person(settings, "Bob", "sre");
        person(settings, "Dave", "kubechat-auditors");
        person(settings, "Erin", "kubechat-admins");
        return settings;
    }

    private String kubeconfig() {
        try {
            var file = Files.createTempFile("kubeconfig", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, cluster.kubeconfig()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void person(Map<String, Object> settings, String name, String group) {
        var account = name.toLowerCase(java.util.Locale.ROOT);
        var prefix = "kubechat.people.%s.".formatted(account);
        settings.put(prefix + "name", name);
        settings.put(prefix + "accounts.web", account);
        settings.put(prefix + "accounts.slack", "U-" + account);
        settings.put(prefix + "user", account);
        settings.put(prefix + "groups", group);
    }

    MockHttpServletResponse answer(String account, String path) {
        try {
            return pages.perform(get(java.net.URI.create(path)).with(user(account)))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    /** The page as this person sees it; whatever its status. */
    Document page(String account, String path) {
        try {
            return Jsoup.parse(answer(account, path).getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** What stands in the elements of the page. */
    List<String> seen(String account, String path, String elements) {
        return page(account, path).select(elements).eachText();
    }

    MockMvc pages() {
        return pages;
    }

    StageCluster cluster() {
        return cluster;
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    /** Things to see, written like the pipeline writes them. */
    Deeds deeds() {
        return new Deeds(context);
    }

    @Override
    public void close() {
        context.close();
        cluster.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
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
        Database database() {
            var database = Backends.postgres().newDatabase();
            var role = database.app().user();
            AuditSchema.migrate(database.asOwner(), role);
            ApprovalSchema.migrate(database.asOwner(), role);
            CoreSchema.migrate(database.asOwner(), role);
            return database;
        }

        @Bean
        DataSource dataSource(Database database) {
            return database.asApp();
        }

        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }
}
