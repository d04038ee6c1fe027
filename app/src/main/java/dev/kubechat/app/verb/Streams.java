package dev.kubechat.app.verb;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** What a small verb reads from, writes its answers to, and says to the person beside them. */
public record Streams(InputStream in, OutputStream out, PrintStream err) {}
