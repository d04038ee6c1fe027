package dev.kubechat.web;

import dev.kubechat.chat.Person;
import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in to this browser session. The name of the Authentication is the account; pages of other modules need no more.
 *
 * @param account the id of the account on the platform {@code web}
 * @param name for people to read
 */
public record SignedIn(String account, String name)
        implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return account;
    }

    Person person() {
        return new Person(WebPlatform.ID, account, name);
    }
}
