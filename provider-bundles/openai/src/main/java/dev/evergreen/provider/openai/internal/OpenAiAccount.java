package dev.evergreen.provider.openai.internal;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What all capabilities of an account share. Its probe lists the models, which costs nothing. */
final class OpenAiAccount implements HealthProbe, AutoCloseable {
    private final VendorClient client;
    private final Catalogue catalogue;
    private final URI base;
    private final Duration patience;

    OpenAiAccount(Settings settings, Secrets secrets) {
        this.base = settings.address("baseUrl");
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        Map<String, String> headers = new HashMap<>();
        addHeader(headers, "OpenAI-Organization", settings.text("organization"));
        addHeader(headers, "OpenAI-Project", settings.text("project"));
        String title = settings.text("vendor");
        this.client = new VendorClient(new VendorClient.Setup(
                title.isBlank() ? "OpenAI" : title,
                base,
                Set.of(),
                Authorization.bearer(secrets, settings.text("apiKey")),
                headers,
                new OpenAiErrors()));
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

    /** A request with the account's time limit. */
    VendorRequest post(String path) {
        return VendorRequest.post(path).within(patience);
    }

    @Override
    public Health probe(Duration timeout) {
        return client.probe(VendorRequest.get("models"), timeout);
    }

    @Override
    public void close() {
        client.close();
    }

    private static void addHeader(Map<String, String> headers, String name, String value) {
        if (!value.isBlank()) {
            headers.put(name, value);
        }
    }
}
