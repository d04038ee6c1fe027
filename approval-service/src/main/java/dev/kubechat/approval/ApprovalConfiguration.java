package dev.kubechat.approval;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** To be imported by the application; asks for its DataSource and its transaction manager. Does not migrate. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
@EnableConfigurationProperties(ApprovalProperties.class)
public class ApprovalConfiguration {
    @Bean
    Policies approvalPolicies(ApprovalProperties properties) {
        return new Policies(properties);
    }

    @Bean
    Approvals approvals(DataSource dataSource, Policies policies) {
        return new Approvals(new ApprovalTable(JdbcClient.create(dataSource)), policies);
    }
}
