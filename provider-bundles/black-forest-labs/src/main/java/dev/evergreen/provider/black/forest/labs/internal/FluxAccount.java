package dev.evergreen.provider.black.forest.labs.internal;

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
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What all capabilities of an account share. Its probe asks for the credits that are left, which costs nothing. */
final class FluxAccount implements HealthProbe, AutoCloseable {
    private static final long LONGEST_REST = 15;

    private final VendorClient client;
    private final Catalogue catalogue;
    private final PollingPace pace;
    private final Duration patience;
    private final Clock clock;
    private final BigDecimal creditPrice;

    FluxAccount(Settings settings, Secrets secrets, Clock clock) {
        this.clock = clock;
        this.creditPrice = new BigDecimal(settings.text("creditPrice").strip());
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.pace = new PollingPace(
                Duration.ofSeconds(settings.whole("pollSeconds")),
                Duration.ofSeconds(Math.max(LONGEST_REST, settings.whole("pollSeconds"))),
                Duration.ofMinutes(settings.whole("taskMinutes")));
        this.client = new VendorClient(new VendorClient.Setup(
                "Black Forest Labs",
                settings.address("baseUrl"),
                hosts(settings.text("hosts")),
                Authorization.header("x-key", "", secrets, settings.text("apiKey")),
                Map.of(),
                new FluxErrors()));
    }

    private static Set<String> hosts(String names) {
        return Arrays.stream(names.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
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
        return client.probe(VendorRequest.get("v1/credits"), timeout);
    }

    @Override
    public void close() {
        client.close();
    }
}
