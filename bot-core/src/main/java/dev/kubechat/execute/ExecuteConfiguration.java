package dev.kubechat.execute;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.Inventory;
import dev.kubechat.execute.api.Discovery;
import dev.kubechat.execute.change.Access;
import dev.kubechat.execute.change.Changes;
import dev.kubechat.execute.read.Reads;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the doors for looking, changing and asking. Needs a {@link ClusterDoor} and a {@link Clock}. */
@Configuration(proxyBeanMethods = false)
public class ExecuteConfiguration {

    @Bean
    Discovery discovery(ClusterDoor door, Clock clock) {
        return new Discovery(door, clock);
    }

    @Bean
    Reads reads(ClusterDoor door, Discovery discovery, Clock clock) {
        return new Reads(door, discovery, clock);
    }

    @Bean
    Changes changes(ClusterDoor door, Discovery discovery, Clock clock) {
        return new Changes(door, discovery, clock);
    }

    @Bean
    PersonsInventory personsInventory(Inventory inventory, ClusterDoor door, Clock clock) {
        return new PersonsInventory(inventory, door, clock);
    }

    @Bean
    Access access(ClusterDoor door, Discovery discovery) {
        return new Access(door, discovery);
    }
}
