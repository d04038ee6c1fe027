package dev.kubechat.web;

import dev.kubechat.chat.Inbox;
import dev.kubechat.chat.PostRows;
import dev.kubechat.chat.PostWorker;
import dev.kubechat.sandbox.backends.Backends;
import dev.kubechat.sandbox.backends.Database;
import dev.kubechat.work.LocalWakeUps;
import dev.kubechat.work.WakeUps;
import dev.kubechat.work.WakeUps.Bell;
import dev.kubechat.work.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

/** The web chat and a bot that plays: run the main method and open http://127.0.0.1:8099/sign-in. */
@Configuration
@EnableAutoConfiguration(
        exclude = {FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@EnableSpringHttpSession
@Import(WebChatConfiguration.class)
class Demo {

    public static void main(String[] args) {
        var context =
                new SpringApplication(Demo.class)
                        .run(
                                "--server.port=8099",
                                "--server.address=127.0.0.1",
                                "--kubechat.web.sign-in=pick");
        var channels = context.getBean(WebChannels.class);
        channels.open(
                new WebChannel(
                        "shop", "shop", "Everything about the shop on the cluster staging."));
        channels.open(new WebChannel("platform", "platform", "The cluster itself."));
    }

    @Bean
    Database database() {
        var database = Backends.postgres().newDatabase();
        WebSchema.migrate(database.asOwner(), database.app().user());
        Flyway.configure()
                .dataSource(database.asOwner())
                .schemas("core")
                .locations("classpath:db/migration/core")
                .placeholders(Map.of("appRole", database.app().user()))
                .load()
                .migrate();
        return database;
    }

    @Bean
    DataSource dataSource(Database database) {
        return database.asApp();
    }

    @Bean
    WakeUps wakeUps() {
        return new LocalWakeUps();
    }

    @Bean
    Inbox inbox(JdbcClient jdbc, WakeUps wakeUps) {
        return new DemoBot(new PostRows(jdbc, wakeUps));
    }

    @Bean
    Worker posts(WebPlatform platform, JdbcClient jdbc, WakeUps wakeUps) {
        var turn = new PostWorker(platform, jdbc, "demo", Duration.ofSeconds(30), new Random());
        return new Worker("posts-web", 2, Duration.ofSeconds(1), turn, wakeUps, Bell.POSTS);
    }

    @Bean
    People people() {
        return () ->
                List.of(
                        new People.Somebody(
                                "anna", "Anna Adler", "Develops the shop and asks for changes."),
                        new People.Somebody(
                                "ben",
                                "Ben Brandt",
                                "On call for the shop, may approve what is dangerous."),
                        new People.Somebody(
                                "carla",
                                "Carla Costa",
                                "Leads the platform team, may approve what is dangerous."),
                        new People.Somebody(
                                "emil",
                                "Emil Engel",
                                "Auditor: may look at everything and change nothing."),
                        new People.Somebody(
                                "dora",
                                "Dora Diaz",
                                "Runs KubeChat: mappings, policies and health."));
    }

    @Bean
    MapSessionRepository sessions() {
        return new MapSessionRepository(new ConcurrentHashMap<>());
    }
}
