package dev.kubechat.app;

import com.zaxxer.hikari.HikariDataSource;
import dev.kubechat.approval.ApprovalSchema;
import dev.kubechat.audit.AuditSchema;
import dev.kubechat.pipeline.CoreSchema;
import dev.kubechat.web.WebSchema;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one database. Whoever gets it gets it with all tables in place: each module's migrations run before it is handed out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseProperties properties) {
        migrate(owner(properties), properties.username());
        return application(properties);
    }

    private static void migrate(DataSource owner, String appRole) {
        AuditSchema.migrate(owner, appRole);
        ApprovalSchema.migrate(owner, appRole);
        CoreSchema.migrate(owner, appRole);
        WebSchema.migrate(owner, appRole);
        SessionSchema.migrate(owner, appRole);
    }

    private static DataSource owner(DatabaseProperties properties) {
        var owner = new PGSimpleDataSource();
        var own = properties.ownerUsername().isBlank();
        owner.setUrl(properties.url());
        owner.setUser(own ? properties.username() : properties.ownerUsername());
        owner.setPassword(own ? properties.password() : properties.ownerPassword());
        return owner;
    }

    private static HikariDataSource application(DatabaseProperties properties) {
        var pool = new HikariDataSource();
        pool.setPoolName("kubechat");
        pool.setJdbcUrl(properties.url());
        pool.setUsername(properties.username());
        pool.setPassword(properties.password());
        pool.setMaximumPoolSize(properties.connections());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(properties.patience().toMillis());
        pool.setValidationTimeout(Math.min(properties.patience().toMillis(), 2_000));
        pool.addDataSourceProperty("connectTimeout", "3");
        pool.addDataSourceProperty("socketTimeout", "30");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }
}
