package dev.evergreen.provider.anthropic.internal;

import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.Secrets;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** An account's client and models. Its probe lists the vendor's models, which costs nothing. */
final class AnthropicAccount implements HealthProbe, AutoCloseable {
    private final VendorClient client;
    private final Catalogue catalogue;
    private final URI base;
    private final Duration patience;

    AnthropicAccount(Settings settings, Secrets secrets) {
        this.base = settings.address("baseUrl");
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.client = new VendorClient(new VendorClient.Setup(
                "Anthropic",
                base,
                Set.of(),
                Authorization.header("x-api-key", "", secrets, settings.text("apiKey")),
                Map.of("anthropic-version", settings.text("apiVersion")),
                new AnthropicErrors()));
    }

    VendorClient client() {
        return client;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    URI base() {
        return base;
    }

    /** How long one answer is waited for. */
    Duration patience() {
        return patience;
    }

    @Override
    public Health probe(Duration timeout) {
        return client.probe(VendorRequest.get("v1/models"), timeout);
    }

    @Override
    public void close() {
        client.close();
    }
}
