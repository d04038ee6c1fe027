package dev.kubechat.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of the web chat.
 *
 * @param signIn how people sign in
 */
@ConfigurationProperties("kubechat.web")
record WebChatProperties(@DefaultValue("none") SignIn signIn) {

    /** NONE lets nobody in; PICK lets everybody be anybody of the list, for a try-out on one's own machine. */
    enum SignIn {
        NONE,
        PICK
    }
}
