package dev.kubechat.web;

import dev.kubechat.chat.Card;
import dev.kubechat.chat.Content;
import dev.kubechat.chat.Mark;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing said in a thread, as the page draws it. Methods are public because templates find no others.
 *
 * @param author empty for the bot
 * @param onlyYou whether nobody else sees it
 */
record Entry(
        UUID id,
        UUID thread,
        Optional<Author> author,
        Content content,
        Optional<Mark> mark,
        boolean onlyYou,
        Instant at) {

    /** Somebody who said something, under the name they had then. */
    record Author(String account, String name) {

        private static final int COLOURS = 6;

        public String initial() {
            return name.isBlank()
                    ? "?"
                    : Character.toString(Character.toUpperCase(name.codePointAt(0)));
        }

        public int colour() {
            return Math.floorMod(account.hashCode(), COLOURS);
        }
    }

    public boolean isCard() {
        return content instanceof Card;
    }

    /** The word of the mark for those who do not see its sign. */
    public String markWord() {
        return switch (mark.orElseThrow()) {
            case SEEN -> "seen";
            case WAITING -> "waiting";
            case DONE -> "done";
            case FAILED -> "failed";
        };
    }

    public String toneWord() {
        return switch (((Card) content).tone()) {
            case WAITING -> "Waiting";
            case CAUTION -> "Caution";
            case DANGER -> "Dangerous";
            case DONE -> "Done";
            case REFUSED -> "Refused";
            case UNKNOWN -> "Unknown";
        };
    }
}
