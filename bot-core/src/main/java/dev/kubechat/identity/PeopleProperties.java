package dev.kubechat.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * People set by configuration: the sandbox's cast, or the first admins of an installation.
 *
 * @param people by a short key that stays the same, such as {@code alice}
 */
@Validated
@ConfigurationProperties("kubechat")
record PeopleProperties(@DefaultValue Map<String, @Valid Somebody> people) {

    PeopleProperties {
        people = Map.copyOf(people);
    }

    /**
     * @param accounts platform to account id
     * @param user the Kubernetes user impersonated for them, on every cluster
     */
    record Somebody(
            @NotBlank String name,
            @NotEmpty Map<String, String> accounts,
            @NotBlank String user,
            @DefaultValue Set<String> groups) {

        Somebody {
            accounts = Map.copyOf(accounts);
            groups = Set.copyOf(groups);
        }

        KubernetesIdentity identity() {
            return new KubernetesIdentity(user, new java.util.TreeSet<>(groups));
        }
    }

    /** In an order that does not change between starts. */
    List<Map.Entry<String, Somebody>> inOrder() {
        return people.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }
}
