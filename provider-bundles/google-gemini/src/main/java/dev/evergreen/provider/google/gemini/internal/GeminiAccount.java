package dev.evergreen.provider.google.gemini.internal;

import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What all capabilities of an account share. Its probe lists a model, which costs nothing. */
final class GeminiAccount implements HealthProbe, AutoCloseable {
    private final VendorClient client;
    private final Catalogue catalogue;
    private final PollingPace pace;
    private final Duration patience;
    private final Clock clock;
    private final String base;
    private final String version;

    GeminiAccount(Settings settings, Secrets secrets, Clock clock) {
        this.clock = clock;
        this.version = settings.text("apiVersion");
        this.base = settings.address("baseUrl").toString().replaceFirst("/+$", "");
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.pace = new PollingPace(
                Duration.ofSeconds(settings.whole("pollSeconds")),
                Duration.ofSeconds(Math.max(30, settings.whole("pollSeconds"))),
                Duration.ofMinutes(settings.whole("taskMinutes")));
        // In a header: in the query the key would reach logs.
        this.client = new VendorClient(new VendorClient.Setup(
                "Gemini",
                settings.address("baseUrl"),
                Set.of(),
                Authorization.header("x-goog-api-key", "", secrets, settings.text("apiKey")),
                Map.of(),
                new GeminiErrors()));
    }

    VendorClient client() {
        return client;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    PollingPace pace() {
        return pace;
    }

    Clock clock() {
        return clock;
    }

    Duration patience() {
        return patience;
    }

    /** The interface's address with its version, without a slash at its end. */
    String interfaceAddress() {
        return base + "/" + version;
    }

    /** A method of a model, such as {@code generateContent}. */
    VendorRequest post(Model model, String method) {
        return VendorRequest.post(version + "/models/" + VendorRequest.segment(model.id()) + ":" + method)
                .within(patience);
    }

    /** @param path below the version */
    VendorRequest get(String path) {
        return VendorRequest.get(version + "/" + path).within(patience);
    }

    @Override
    public Health probe(Duration timeout) {
        return client.probe(get("models").query("pageSize", "1"), timeout);
    }

    @Override
    public void close() {
        client.close();
    }
}
