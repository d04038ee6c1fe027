package dev.kubechat.approval;

import java.util.Set;
import java.util.UUID;

/** A person, never one of their accounts, and the groups they are in at the moment the vote is counted. */
public record Voter(UUID person, Set<String> groups) {
    public Voter {
        groups = Set.copyOf(groups);
    }
}
