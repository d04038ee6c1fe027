package dev.kubechat.app;

import dev.kubechat.web.People;
import dev.kubechat.web.WebChannel;
import dev.kubechat.web.WebChannels;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web chat takes from the configuration: its channels, and the people who can be picked in a try-out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    WebConfiguration.PeopleToPick.class,
    WebConfiguration.ChannelsToOpen.class
})
class WebConfiguration {

    private static final String WEB = "web";

    /**
     * The people of the configuration, as the sign-in page shows them.
     *
     * @param people by a short key
     */
    @ConfigurationProperties("kubechat")
    record PeopleToPick(@DefaultValue Map<String, Somebody> people) {

        /**
         * One of them.
         *
         * @param about what they are there for, in a sentence
         * @param accounts platform to account id
         */
        record Somebody(
                String name,
                @DefaultValue("") String about,
                @DefaultValue Map<String, String> accounts) {}

        List<People.Somebody> onTheWeb() {
            return people.values().stream()
                    .filter(somebody -> somebody.accounts().containsKey(WEB))
                    .map(somebody ->
                            new People.Somebody(
                                    somebody.accounts().getOrDefault(WEB, ""),
                                    somebody.name(),
                                    somebody.about()))
                    .sorted(Comparator.comparing(People.Somebody::account))
                    .toList();
        }
    }

    /**
     * The channels of the web chat.
     *
     * @param channels id to what is talked about there
     */
    @ConfigurationProperties("kubechat.web")
    record ChannelsToOpen(@DefaultValue Map<String, String> channels) {}

    @Bean
    People people(PeopleToPick people) {
        return people::onTheWeb;
    }

    @Bean
    SmartInitializingSingleton openChannels(WebChannels channels, ChannelsToOpen configured) {
        return () ->
                configured.channels().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(channel ->
                                channels.open(
                                        new WebChannel(
                                                channel.getKey(),
                                                channel.getKey(),
                                                channel.getValue())));
    }
}
