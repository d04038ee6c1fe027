package dev.kubechat.chat;

/**
 * Somebody as a platform knows them: an account, not yet a person in Kubernetes. Two accounts may belong to one human being.
 *
 * @param account the platform's id of the account, never shown and never an e-mail address typed by its owner
 * @param name what the platform shows; for people to read, never for deciding
 */
public record Person(PlatformId platform, String account, String name) {

    private static final int LONGEST = 200;

    public Person {
        if (account.isBlank() || account.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "an account id has 1 to %d characters".formatted(LONGEST));
        }
    }
}
