package dev.kubechat.app;

import org.springframework.boot.SpringApplication;

/** The command line of the executable: the first word is the verb. */
public final class Kubechat {
    private Kubechat() {}

    public static void main(String[] words) {
        SpringApplication.run(KubechatApplication.class, words);
    }
}
