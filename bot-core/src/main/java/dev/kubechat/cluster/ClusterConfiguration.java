package dev.kubechat.cluster;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the registry, the door and the look-out. Needs a {@link Clock}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClusterProperties.class)
public class ClusterConfiguration {

    @Bean
    Clusters clusters(ClusterProperties properties) {
        return new Clusters(
                properties.clusters().stream().map(ClusterProperties.Registered::cluster).toList());
    }

    @Bean
    ClusterDoor clusterDoor(ClusterProperties properties, Clock clock) {
        return new ClusterDoor(properties.clusters(), clock);
    }

    @Bean(initMethod = "start")
    Inventory inventory(ClusterDoor door, Clusters clusters) {
        return new Inventory(door, clusters);
    }

    @Bean
    ClusterHealth clusterHealth(ClusterDoor door, Clock clock) {
        return new ClusterHealth(door, clock);
    }
}
