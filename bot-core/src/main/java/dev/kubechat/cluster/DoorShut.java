package dev.kubechat.cluster;

/** The door did not let a request out: it broke a rule of the house. Nothing was sent; the message is a sentence. */
public final class DoorShut extends RuntimeException {

    DoorShut(String message) {
        super(message);
    }
}
