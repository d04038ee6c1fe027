package dev.kubechat.sandbox.cluster.program;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a program finds in its container.
 *
 * @param pod its host name
 * @param address of the pod; may be empty
 * @param variables its environment
 */
public record Container(
        String pod, String address, SortedMap<String, String> variables, Instant now) {

    public Container {
        variables = new TreeMap<>(variables);
    }
}
