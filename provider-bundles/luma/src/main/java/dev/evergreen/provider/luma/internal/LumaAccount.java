package dev.evergreen.provider.luma.internal;

import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What all capabilities of an account share. The interface has no free question: its probe asks for a task that there is not. */
final class LumaAccount implements HealthProbe, AutoCloseable {
    private static final String NO_TASK = "generations/00000000-0000-0000-0000-000000000000";
    private static final long LONGEST_REST = 30;

    private final VendorClient client;
    private final Catalogue catalogue;
    private final PollingPace pace;
    private final Duration patience;
    private final Clock clock;

    LumaAccount(Settings settings, Secrets secrets, Clock clock) {
        this.clock = clock;
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.pace = new PollingPace(
                Duration.ofSeconds(settings.whole("pollSeconds")),
                Duration.ofSeconds(Math.max(LONGEST_REST, settings.whole("pollSeconds"))),
                Duration.ofMinutes(settings.whole("taskMinutes")));
        this.client = new VendorClient(new VendorClient.Setup(
                "Luma",
                settings.address("baseUrl"),
                Set.of(),
                Authorization.bearer(secrets, settings.text("apiKey")),
                Map.of(),
                new LumaErrors()));
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
        try {
            client.send(VendorRequest.get(NO_TASK), timeout);
        } catch (ProviderException e) {
            boolean known = e.kind() == Kind.UNSUPPORTED || e.kind() == Kind.INVALID_REQUEST;
            boolean busy = e.kind() == Kind.RATE_LIMITED || e.kind() == Kind.OVERLOADED;
            if (!known) {
                return new Health(busy ? Health.State.DEGRADED : Health.State.DOWN, String.valueOf(e.getMessage()));
            }
        }
        return new Health(Health.State.UP, "Luma answers.");
    }

    @Override
    public void close() {
        client.close();
    }
}
