package dev.kubechat.identity;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires the identities. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleProperties.class)
public class IdentityConfiguration {

    @Bean
    Identities identities(
            JdbcClient jdbc, TransactionOperations transaction, PeopleProperties people) {
        new ConfiguredPeople(jdbc, transaction).write(people);
        return new IdentityRows(jdbc);
    }
}
