package dev.kubechat.sandbox.backends;

/** A role of PostgreSQL that may sign in. */
public record Login(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
