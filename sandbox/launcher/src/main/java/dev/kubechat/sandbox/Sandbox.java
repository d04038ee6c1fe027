package dev.kubechat.sandbox;

/** The command line of the sandbox. */
public final class Sandbox {
    private Sandbox() {}

    public static void main(String[] words) {
        System.err.println("The sandbox is not furnished yet.");
        System.exit(1);
    }
}
