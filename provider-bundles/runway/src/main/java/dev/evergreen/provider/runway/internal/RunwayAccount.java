package dev.evergreen.provider.runway.internal;

import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.Secrets;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What all capabilities of an account share. Its probe asks for the organization, which costs nothing. */
final class RunwayAccount implements HealthProbe, AutoCloseable {
    private final VendorClient client;
    private final Catalogue catalogue;
    private final PollingPace pace;
    private final Duration patience;
    private final Clock clock;
    private final BigDecimal creditPrice;

    RunwayAccount(Settings settings, Secrets secrets, Clock clock) {
        this.clock = clock;
        this.creditPrice = new BigDecimal(settings.text("creditPrice").strip());
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.pace = new PollingPace(
                Duration.ofSeconds(settings.whole("pollSeconds")),
                Duration.ofSeconds(Math.max(30, settings.whole("pollSeconds"))),
                Duration.ofMinutes(settings.whole("taskMinutes")));
        this.client = new VendorClient(new VendorClient.Setup(
                "Runway",
                settings.address("baseUrl"),
                Set.of(),
                Authorization.bearer(secrets, settings.text("apiKey")),
                Map.of("X-Runway-Version", settings.text("apiVersion")),
                new RunwayErrors()));
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

    /** What a credit costs, in the account's currency. */
    BigDecimal creditPrice() {
        return creditPrice;
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
        return client.probe(VendorRequest.get("v1/organization"), timeout);
    }

    @Override
    public void close() {
        client.close();
    }
}
