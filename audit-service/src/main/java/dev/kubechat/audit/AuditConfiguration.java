package dev.kubechat.audit;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** To be imported by the application; asks for its DataSource and its transaction manager. Does not migrate. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
public class AuditConfiguration {
    @Bean
    AuditTrail auditTrail(DataSource dataSource) {
        return new AuditTrail(JdbcClient.create(dataSource));
    }

    @Bean
    AuditLog auditLog(DataSource dataSource) {
        return new AuditLog(JdbcClient.create(dataSource));
    }
}
