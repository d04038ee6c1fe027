package dev.kubechat.admin;

import dev.kubechat.approval.Approvals;
import dev.kubechat.cluster.ClusterHealth;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.identity.Identities;
import dev.kubechat.pipeline.History;
import dev.kubechat.work.WakeUps;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** To be imported by the application: the admin pages. Signing in is not theirs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdminProperties.class)
@Import({AdminSecurity.class, OverviewPage.class, AsksPage.class, AuditPage.class, Refusals.class})
public class AdminConfiguration implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/admin/static/**")
                .addResourceLocations("classpath:/static/admin/");
    }

    @Bean
    Visitors adminVisitors(Identities identities, AdminProperties properties) {
        return new Visitors(identities, properties);
    }

    @Bean
    History adminHistory(JdbcClient jdbc) {
        return new History(jdbc);
    }

    @Bean
    Lookout adminLookout(
            JdbcClient jdbc,
            WakeUps wakeUps,
            Clusters clusters,
            ClusterHealth health,
            Approvals approvals) {
        return new Lookout(jdbc, wakeUps, clusters, health, approvals);
    }
}
