package dev.kubechat.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.StandardHttpClientBuilder;

/** The HTTP client factory given to fabric8: whatever it is told, it hands out the one client that was made for it. */
final class DoorClientFactory implements HttpClient.Factory {

    private final HttpClient made;

    DoorClientFactory(HttpClient made) {
        this.made = made;
    }

    @Override
    public HttpClient.Builder newBuilder(Config config) {
        return newBuilder();
    }

    @Override
    public HttpClient.Builder newBuilder() {
        return new Made(this);
    }

    private static final class Made
            extends StandardHttpClientBuilder<HttpClient, DoorClientFactory, Made> {

        Made(DoorClientFactory factory) {
            super(factory);
        }

        @Override
        public HttpClient build() {
            return clientFactory.made;
        }

        @Override
        protected Made newInstance(DoorClientFactory factory) {
            return new Made(factory);
        }
    }
}
