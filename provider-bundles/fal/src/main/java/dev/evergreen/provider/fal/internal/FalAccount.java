package dev.evergreen.provider.fal.internal;

import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.Secrets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What all capabilities of an account share. Its probe asks for a price, which costs nothing and needs the key. */
final class FalAccount implements HealthProbe, AutoCloseable {
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final VendorClient client;
    private final Catalogue catalogue;
    private final PollingPace pace;
    private final Duration patience;
    private final long largestFile;
    private final URI platform;
    private final String probeModel;
    private final Clock clock;

    FalAccount(Settings settings, Secrets secrets, Clock clock) {
        this.clock = clock;
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.largestFile = settings.whole("largestFile");
        this.platform = settings.address("platformUrl");
        this.probeModel = settings.text("probeModel");
        this.pace = new PollingPace(
                Duration.ofSeconds(settings.whole("pollSeconds")),
                LONGEST_REST,
                Duration.ofMinutes(settings.whole("taskMinutes")));
        this.client = new VendorClient(new VendorClient.Setup(
                "fal",
                settings.address("baseUrl"),
                Set.of(platform.getHost()),
                Authorization.header("Authorization", "Key ", secrets, settings.text("apiKey")),
                Map.of(),
                new FalErrors()));
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

    /** Files go inside the request, up to that many bytes. */
    long largestFile() {
        return largestFile;
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
        return client.probe(VendorRequest.get(platform + "/models/pricing").query("endpoint_id", probeModel), timeout);
    }

    @Override
    public void close() {
        client.close();
    }
}
