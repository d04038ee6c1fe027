package dev.kubechat.web;

import dev.kubechat.chat.Completions;
import dev.kubechat.sandbox.backends.Backends;
import dev.kubechat.sandbox.backends.Database;
import dev.kubechat.work.LocalWakeUps;
import dev.kubechat.work.WakeUps;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

/** The web chat with nothing around it: a fresh database, people to pick, and an inbox that the test holds. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@EnableSpringHttpSession
@Import(WebChatConfiguration.class)
class TestApplication {

    static final People.Somebody ANNA =
            new People.Somebody("anna", "Anna Adler", "Develops the shop.");
    static final People.Somebody BEN =
            new People.Somebody("ben", "Ben Brandt", "May approve what is dangerous.");

    @Bean
    Database database() {
        var database = Backends.postgres().newDatabase();
        WebSchema.migrate(database.asOwner(), database.app().user());
        return database;
    }

    @Bean
    BreakableDataSource dataSource(Database database) {
        return new BreakableDataSource(database.asApp());
    }

    @Bean
    TestInbox inbox() {
        return new TestInbox();
    }

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    WakeUps wakeUps() {
        return new LocalWakeUps();
    }

    /** Anna may list what there is, and Ben may not. */
    @Bean
    Completions completions() {
        return (person, thread, begun) ->
                person.account().equals(ANNA.account())
                        ? List.of(begun + (thread == null ? "-new" : "-known"))
                        : List.of();
    }

    @Bean
    People people() {
        return () -> List.of(ANNA, BEN);
    }

    @Bean
    MapSessionRepository sessions() {
        return new MapSessionRepository(new ConcurrentHashMap<>());
    }
}
