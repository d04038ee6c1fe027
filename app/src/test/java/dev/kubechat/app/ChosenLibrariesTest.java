package dev.kubechat.app;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.uuid.Generators;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.connector.authentication.SimpleCredentialProvider;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.function.Consumer;
import net.bis5.mattermost.client4.MattermostClient;
import net.bis5.mattermost.jersey.provider.MattermostModelMapperProvider;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.Redisson;
import org.redisson.config.Config;
import tools.jackson.databind.json.JsonMapper;

/**
 * The libraries that the plan names live in one class path, in the versions of the parent. Clients
 * talk to a stub, since it is at the first call that two versions of a dependency quarrel.
 */
class ChosenLibrariesTest {
    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.code_intelligence.jazzer.junit.FuzzTest",
                "com.microsoft.bot.builder.teams.TeamsActivityHandler",
                "com.microsoft.bot.integration.BotFrameworkHttpAdapter",
                "com.microsoft.playwright.Playwright",
                "com.slack.api.bolt.socket_mode.SocketModeApp",
                "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
                "org.flywaydb.core.Flyway",
                "org.flywaydb.database.postgresql.PostgreSQLDatabaseType",
                "org.java_websocket.client.WebSocketClient",
                "org.postgresql.Driver",
                "org.springframework.integration.dsl.IntegrationFlow",
                "org.springframework.security.web.SecurityFilterChain",
                "org.springframework.session.jdbc.JdbcIndexedSessionRepository",
                "org.testcontainers.k3s.K3sContainer",
                "org.testcontainers.postgresql.PostgreSQLContainer",
                "org.thymeleaf.extras.springsecurity6.dialect.SpringSecurityDialect",
                "org.webjars.WebJarVersionLocator",
                "redis.embedded.RedisServer",
            })
    void theClassLoads(String name) {
        assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException();
    }

    @Test
    void kubernetesClientCalls() {
        server.stubFor(get("/version").willReturn(okJson("{\"major\":\"1\",\"minor\":\"36\"}")));
        var config = new ConfigBuilder().withMasterUrl(server.baseUrl()).build();
        try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
            assertThat(client.getKubernetesVersion().getMinor()).isEqualTo("36");
        }
    }

    @Test
    void slackClientCalls() throws Exception {
        server.stubFor(post("/auth.test").willReturn(okJson("{\"ok\":true,\"user\":\"bot\"}")));
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(server.baseUrl() + "/");
        try (var slack = Slack.getInstance(config)) {
            assertThat(slack.methods("token").authTest(asked -> asked).getUser()).isEqualTo("bot");
        }
        assertThat(new App(AppConfig.builder().signingSecret("secret").build()).status())
                .isNotNull();
    }

    @Test
    void mattermostClientCalls() {
        server.stubFor(get("/api/v4/users/me").willReturn(okJson("{\"username\":\"bot\"}")));
        try (var client = new MattermostOnNewJackson(server.baseUrl())) {
            client.setAccessToken("token");
            assertThat(client.getMe().readEntity().getUsername()).isEqualTo("bot");
        }
    }

    @Test
    void botFrameworkClientCalls() {
        server.stubFor(
                get(urlPathEqualTo("/v3/attachments/one"))
                        .willReturn(okJson("{\"name\":\"log\"}")));
        var client = new RestConnectorClient(server.baseUrl(), MicrosoftAppCredentials.empty());
        assertThat(client.getAttachments().getAttachmentInfo("one").join().getName())
                .isEqualTo("log");
        assertThat(new BotFrameworkAdapter(new SimpleCredentialProvider("app", "password")))
                .isNotNull();
    }

    @Test
    void languageModelsAnswer() {
        server.stubFor(
                post("/chat/completions")
                        .willReturn(
                                okJson(
                                        """
                                        {"id":"1","model":"m","choices":[{"index":0,"finish_reason":"stop",
                                         "message":{"role":"assistant","content":"hello"}}]}
                                        """)));
        ChatModel model =
                OpenAiChatModel.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("key")
                        .modelName("m")
                        .build();
        assertThat(model.chat("hi")).isEqualTo("hello");
        assertThat(OllamaChatModel.builder().baseUrl(server.baseUrl()).modelName("m").build())
                .isNotNull();
        assertThat(AnthropicChatModel.builder().apiKey("key").modelName("m").build()).isNotNull();
    }

    @Test
    void redissonStartsWithoutRedis() {
        var config = new Config();
        config.setLazyInitialization(true);
        config.useSingleServer().setAddress("redis://127.0.0.1:1");
        Redisson.create(config).shutdown();
    }

    @Test
    void idsAreOfVersionSeven() {
        assertThat(Generators.timeBasedEpochGenerator().generate().version()).isEqualTo(7);
    }

    @Test
    void jacksonThreeReadsRecords() {
        assertThat(new JsonMapper().readValue("{\"name\":\"web\"}", Named.class))
                .isEqualTo(new Named("web"));
    }

    /** ADR 0004: mattermost4j names constants that Jackson 2.20 dropped; its mapper is the way around. */
    private static final class MattermostOnNewJackson extends MattermostClient {
        MattermostOnNewJackson(String url) {
            super(url);
        }

        @Override
        protected Client buildClient(Consumer<ClientBuilder> more) {
            return ClientBuilder.newBuilder()
                    .register(new SnakeCaseMapper())
                    .register(JacksonFeature.class)
                    .register(MultiPartFeature.class)
                    .build();
        }
    }

    private static final class SnakeCaseMapper extends MattermostModelMapperProvider {
        SnakeCaseMapper() {
            super(true);
        }

        @Override
        protected ObjectMapper createDefaultObjectMapper() {
            return super.createDefaultObjectMapper()
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        }
    }

    record Named(String name) {}
}
