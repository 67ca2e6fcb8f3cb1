package dev.evergreen.provider.azure.speech.internal;

import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.Secrets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A speech resource's client. Its probe lists the voices of the region, which costs nothing. */
final class AzureAccount implements HealthProbe, AutoCloseable {
    private static final String VOICES = "cognitiveservices/voices/list";

    private final VendorClient client;
    private final Catalogue catalogue;
    private final Duration patience;

    AzureAccount(Settings settings, Secrets secrets) {
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        // Errors come without a body: the status says all.
        this.client = new VendorClient(new VendorClient.Setup(
                "Azure Speech",
                settings.address("baseUrl"),
                Set.of(),
                Authorization.header("Ocp-Apim-Subscription-Key", "", secrets, settings.text("apiKey")),
                Map.of(),
                answer -> Failure.of(
                        Failure.kindOf(answer.status()), "", meaning(answer.status(), answer.text()), answer)));
    }

    VendorClient client() {
        return client;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    VendorRequest speech() {
        return VendorRequest.post("cognitiveservices/v1").within(patience);
    }

    VendorRequest voices() {
        return VendorRequest.get(VOICES).within(patience);
    }

    @Override
    public Health probe(Duration timeout) {
        return client.probe(voices(), timeout);
    }

    @Override
    public void close() {
        client.close();
    }

    private static String meaning(int status, String said) {
        if (!said.isBlank()) {
            return said;
        }
        return switch (status) {
            case 400 -> "the speech's markup or the sound's format is not understood";
            case 401 -> "the key is not one of this region; check the key and the address";
            case 429 -> "the resource is asked too often, or its quota is used up";
            default -> "";
        };
    }
}
