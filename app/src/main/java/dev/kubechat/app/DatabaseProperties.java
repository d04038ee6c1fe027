package dev.kubechat.app;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where PostgreSQL is, and the two roles KubeChat uses there: the application's, which may not change what is in the audit trail, and
 * the owner's, which makes the tables at start.
 *
 * @param url a JDBC address such as {@code jdbc:postgresql://db:5432/kubechat}
 * @param username the application's role
 * @param ownerUsername the role that owns the schemas; the application's role where it is left out, which gives up the guard on
 *     the audit trail
 * @param connections most connections of one replica
 * @param patience how long a request waits for a connection before it says that the database is away
 */
@Validated
@ConfigurationProperties("kubechat.database")
record DatabaseProperties(
        @NotBlank String url,
        @NotBlank String username,
        @DefaultValue("") String password,
        @DefaultValue("") String ownerUsername,
        @DefaultValue("") String ownerPassword,
        @DefaultValue("20") int connections,
        @DefaultValue("5s") Duration patience) {}
