package dev.kubechat.sandbox.backends;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The same servers as containers. Testcontainers removes them when this JVM ends. */
final class Containers {
    private static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18-alpine");
    private static final DockerImageName REDIS = DockerImageName.parse("redis:8-alpine");
    private static final int REDIS_PORT = 6379;

    private Containers() {}

    @SuppressWarnings("resource")
    static Postgres postgres() {
        requireDocker();
        var container =
                new PostgreSQLContainer(POSTGRES)
                        .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        container.start();
        var superuser = new Login(container.getUsername(), container.getPassword());
        return new Postgres(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                superuser);
    }

    @SuppressWarnings("resource")
    static Redis redis() {
        requireDocker();
        var container = new GenericContainer<>(REDIS).withExposedPorts(REDIS_PORT);
        container.start();
        return new Redis(
                "redis://%s:%d"
                        .formatted(container.getHost(), container.getMappedPort(REDIS_PORT)));
    }

    private static void requireDocker() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new BackendFailure(
                    "KUBECHAT_TEST_BACKENDS is \"containers\", but Docker does not answer. Start"
                            + " Docker, or unset the variable.");
        }
    }
}
