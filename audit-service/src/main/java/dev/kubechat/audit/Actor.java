package dev.kubechat.audit;

import java.util.UUID;

/** Who did what an event tells. Names are cut to 200 bytes like facts are. */
public sealed interface Actor {
    /** A person known to KubeChat, with the name they had when it happened. */
    record Human(UUID id, String name) implements Actor {
        public Human {
            name = Bounded.text(name, Bounded.NAME_BYTES);
        }
    }

    /** KubeChat itself: a timer, a sweep, a start. */
    record Bot() implements Actor {}

    /** Somebody KubeChat could not tell the person of, such as the sender of a forged request. */
    record Stranger(String account) implements Actor {
        public Stranger {
            account = Bounded.text(account, Bounded.NAME_BYTES);
        }
    }
}
