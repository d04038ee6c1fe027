package dev.kubechat.chat;

/** Where adapters hand in what they verified, before they acknowledge it to the platform. */
public interface Inbox {

    /**
     * Stores the event durably. A second call with the same platform and event id changes nothing.
     *
     * @return {@code REDELIVERED} when this event was stored before, be it finished or not
     */
    Receipt accept(Inbound event);

    /** What became of a delivery. */
    enum Receipt {
        STORED,
        REDELIVERED
    }
}
