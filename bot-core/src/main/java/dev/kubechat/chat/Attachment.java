package dev.kubechat.chat;

/** A text file that came with a message or goes out with one. Binary files are refused by the adapters with a sentence. */
public record Attachment(String name, String mediaType, String text) {}
