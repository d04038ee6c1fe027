package dev.kubechat.sandbox.backends;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The servers of integration tests: one PostgreSQL and one Redis a test JVM, started at the first call and stopped when the
 * JVM ends. The environment variable KUBECHAT_TEST_BACKENDS says where they come from: {@code embedded} (real binaries as
 * child processes; also when it is not set) or {@code containers} (Testcontainers; needs Docker).
 */
public final class Backends {
    private static final String SWITCH = "KUBECHAT_TEST_BACKENDS";

    private static @Nullable Postgres postgres;
    private static @Nullable Redis redis;
    private static @Nullable Path folder;

    private Backends() {}

    /** A test that stops PostgreSQL takes a {@link PostgresServer} of its own instead. */
    public static synchronized Postgres postgres() {
        if (postgres == null) {
            postgres =
                    switch (Source.chosen(System.getenv(SWITCH))) {
                        case EMBEDDED ->
                                PostgresServer.startForTests(folder().resolve("postgres"))
                                        .databases();
                        case CONTAINERS -> Containers.postgres();
                    };
        }
        return postgres;
    }

    /** A test that stops Redis takes a {@link RedisServer} of its own instead. */
    public static synchronized Redis redis() {
        if (redis == null) {
            redis =
                    switch (Source.chosen(System.getenv(SWITCH))) {
                        case EMBEDDED -> RedisServer.start(folder().resolve("redis"), 0).address();
                        case CONTAINERS -> Containers.redis();
                    };
        }
        return redis;
    }

    private static Path folder() {
        if (folder == null) {
            folder = TestFolder.create();
        }
        return folder;
    }

    enum Source {
        EMBEDDED,
        CONTAINERS;

        static Source chosen(@Nullable String value) {
            return switch (value) {
                case null -> EMBEDDED;
                case "", "embedded" -> EMBEDDED;
                case "containers" -> CONTAINERS;
                default ->
                        throw new BackendFailure(
                                "%s is \"%s\"; it may be \"embedded\" or \"containers\"."
                                        .formatted(SWITCH, value));
            };
        }
    }
}
