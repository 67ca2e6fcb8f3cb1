package dev.evergreen.provider.replicate.internal;

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

/** What all capabilities of an account share. Its probe asks whose the account is, which costs nothing. */
final class ReplicateAccount implements HealthProbe, AutoCloseable {
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final VendorClient client;
    private final Catalogue catalogue;
    private final PollingPace pace;
    private final Duration patience;
    private final long inlineBytes;
    private final Clock clock;

    ReplicateAccount(Settings settings, Secrets secrets, Clock clock) {
        this.clock = clock;
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.inlineBytes = settings.whole("inlineBytes");
        this.pace = new PollingPace(
                Duration.ofSeconds(settings.whole("pollSeconds")),
                LONGEST_REST,
                Duration.ofMinutes(settings.whole("taskMinutes")));
        this.client = new VendorClient(new VendorClient.Setup(
                "Replicate",
                settings.address("baseUrl"),
                Set.of(),
                Authorization.bearer(secrets, settings.text("apiKey")),
                Map.of(),
                new ReplicateErrors()));
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

    /** Files up to that size go inside the request; larger ones are uploaded first. */
    long inlineBytes() {
        return inlineBytes;
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
        return client.probe(VendorRequest.get("account"), timeout);
    }

    @Override
    public void close() {
        client.close();
    }
}
