package dev.evergreen.provider.comfyui.internal;

import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What all capabilities of an account share. Its probe asks for the machine. */
final class ComfyUiAccount implements HealthProbe, AutoCloseable {
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final VendorClient client;
    private final Catalogue catalogue;
    private final PollingPace pace;
    private final Duration patience;
    private final Clock clock;

    ComfyUiAccount(Settings settings, Secrets secrets, Clock clock) {
        this.clock = clock;
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.pace = new PollingPace(
                Duration.ofSeconds(settings.whole("pollSeconds")),
                LONGEST_REST,
                Duration.ofMinutes(settings.whole("taskMinutes")));
        this.client = new VendorClient(new VendorClient.Setup(
                "ComfyUI",
                settings.address("baseUrl"),
                Set.of(),
                Authorization.bearer(secrets, settings.text("apiKey")),
                Map.of(),
                new ComfyUiErrors()));
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

    /** The account's time limit on a request. */
    VendorRequest limited(VendorRequest request) {
        return request.within(patience);
    }

    @Override
    public Health probe(Duration timeout) {
        return client.probe(VendorRequest.get("system_stats"), timeout);
    }

    @Override
    public void close() {
        client.close();
    }
}
