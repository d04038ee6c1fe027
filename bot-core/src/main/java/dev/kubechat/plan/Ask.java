package dev.kubechat.plan;

/** Somebody's plain words, and where they were said. */
public record Ask(String words, PlanContext context) {}
