package dev.evergreen.provider.google.speech.internal;

import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What all capabilities of a project share. Its probe lists voices of one language, which costs nothing. */
final class GoogleAccount implements HealthProbe, AutoCloseable {
    private final ServiceAccount authorization;
    private final VendorClient client;
    private final Catalogue catalogue;
    private final Duration patience;

    GoogleAccount(Settings settings, Secrets secrets, Clock clock) {
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.authorization = new ServiceAccount(
                settings.address("tokenUrl"),
                settings.text("scope"),
                secrets,
                settings.text("apiKey"),
                patience,
                clock);
        this.client = new VendorClient(new VendorClient.Setup(
                "Google Speech", settings.address("baseUrl"), Set.of(), authorization, Map.of(), new GoogleErrors()));
    }

    VendorClient client() {
        return client;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    VendorRequest speech() {
        return VendorRequest.post("v1/text:synthesize").within(patience);
    }

    /** @param language BCP 47 tag; empty for all */
    VendorRequest voices(String language) {
        VendorRequest voices = VendorRequest.get("v1/voices").within(patience);
        return language.isBlank() ? voices : voices.query("languageCode", language);
    }

    @Override
    public Health probe(Duration timeout) {
        return client.probe(voices("en-US"), timeout);
    }

    @Override
    public void close() {
        client.close();
        authorization.close();
    }
}
