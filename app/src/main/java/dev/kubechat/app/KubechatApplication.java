package dev.kubechat.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application context of everything that {@code serve} runs. */
@SpringBootApplication
class KubechatApplication {}
