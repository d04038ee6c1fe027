package dev.kubechat.sandbox.backends;

/**
 * A running Redis, wherever it came from.
 * @param url redis://:password@host:port, or without a password where the server asks for none
 */
public record Redis(String url) {}
