package dev.kubechat.pipeline;

import dev.kubechat.chat.ChatMessage;
import dev.kubechat.chat.Message;
import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.Cluster;
import dev.kubechat.execute.Preview;
import dev.kubechat.identity.Identification;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.risk.Verdict;
import dev.kubechat.session.Session;

/** How far the story of one message has come. Each stage holds the one before it, so nothing that was found out gets lost. */
sealed interface Stage
        permits Claim,
                Stage.Asked,
                Stage.Understood,
                Stage.Planned,
                Stage.Judged,
                Stage.Authorized,
                Stage.Previewed,
                Stage.Answered {

    Claim claim();

    /** False for the last stage, when there is nothing left but to say it. */
    default boolean goesOn() {
        return true;
    }

    /** Who asked, where. */
    record Asked(
            Claim claim,
            ChatMessage message,
            Identification.Known asker,
            Session session,
            Cluster cluster)
            implements Stage {
        Caller caller() {
            return new Caller(cluster.id(), asker.kubernetes(), claim.request());
        }

        /** Whether the words name another cluster than the thread is about. */
        boolean elsewhere() {
            return !session.cluster().equals(cluster.id());
        }

        /** Where the command runs if it names no namespace. */
        Namespace namespace() {
            return elsewhere() ? cluster.defaultNamespace() : session.namespace();
        }
    }

    /** What kind of words it is. */
    record Understood(Asked asked, Words words) implements Stage {
        @Override
        public Claim claim() {
            return asked.claim();
        }
    }

    /** @param planner who made the command of the words: {@code kubectl} for those typed as such */
    record Planned(Asked asked, KubectlCommand command, String planner) implements Stage {
        @Override
        public Claim claim() {
            return asked.claim();
        }
    }

    record Judged(Planned planned, Verdict verdict) implements Stage {
        @Override
        public Claim claim() {
            return planned.claim();
        }

        Asked asked() {
            return planned.asked();
        }

        KubectlCommand command() {
            return planned.command();
        }
    }

    /** The asker may do it, and the bot in their name. */
    record Authorized(Judged judged) implements Stage {
        @Override
        public Claim claim() {
            return judged.claim();
        }
    }

    record Previewed(Judged judged, Preview.Planned preview) implements Stage {
        @Override
        public Claim claim() {
            return judged.claim();
        }
    }

    /**
     * The last stage: what the thread is told.
     *
     * @param from how far the story had come; it says what is known of the ask
     */
    record Answered(Stage from, Message answer, End end) implements Stage {
        @Override
        public Claim claim() {
            return from.claim();
        }

        @Override
        public boolean goesOn() {
            return false;
        }
    }

    /** How an ask can end without anything to decide. */
    enum End {
        PRINTED,
        EXPLAINED,
        ASKED_BACK,
        REFUSED,
        FAILED
    }

    /** The kind of words. */
    sealed interface Words {
        record Kubectl(String line) implements Words {}

        record Plain(String text) implements Words {}
    }
}
