package dev.kubechat.approval;

import java.time.Duration;

/**
 * What a request of some level needs.
 * @param expiry from opening to the end, approval and use included
 */
public record Policy(Rule rule, Duration expiry) {}
