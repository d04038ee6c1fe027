package dev.kubechat.pipeline;

import dev.kubechat.chat.Audience;
import dev.kubechat.chat.ChatMessage;
import dev.kubechat.chat.Message;
import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.Cluster;
import dev.kubechat.execute.change.Preview;
import dev.kubechat.identity.Identification;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.risk.Verdict;
import dev.kubechat.session.FollowUp;
import dev.kubechat.session.RowFilter;
import dev.kubechat.session.Session;
import dev.kubechat.session.StoredResult;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

        /** What came with the words, by name: attachments, and code blocks under the line. */
        Map<String, String> files() {
            var files = new LinkedHashMap<String, String>(KubectlReader.blocks(message.text()));
            message.attachments().forEach(file -> files.putIfAbsent(file.name(), file.text()));
            return files;
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

    /**
     * @param planner who made the command of the words: {@code kubectl} for those typed as such
     * @param filter which rows of the answer are wanted; null for all
     */
    record Planned(Asked asked, KubectlCommand command, String planner, @Nullable RowFilter filter)
            implements Stage {
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
     * @param audience who is told
     * @param result what the thread can look at in other ways from now on; null leaves what it has
     */
    record Answered(
            Stage from, Message answer, End end, Audience audience, @Nullable StoredResult result)
            implements Stage {

        /** For everybody in the thread. */
        Answered(Stage from, Message answer, End end) {
            this(from, answer, end, Audience.everyone(), null);
        }

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
        /** @param filter which rows of the answer are wanted; null for all */
        record Kubectl(String line, @Nullable RowFilter filter) implements Words {}

        record Plain(String text) implements Words {}

        /** About what the thread has been shown already. */
        record Again(FollowUp wanted, StoredResult result) implements Words {}
    }
}
