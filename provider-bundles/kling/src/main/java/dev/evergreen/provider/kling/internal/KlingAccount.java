package dev.evergreen.provider.kling.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Secrets;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all capabilities of an account share. Its probe asks for the last day's packs, which costs nothing. */
final class KlingAccount implements HealthProbe, AutoCloseable {
    private static final long LONGEST_REST = 30;

    private final VendorClient client;
    private final KlingErrors errors = new KlingErrors();
    private final Catalogue catalogue;
    private final PollingPace pace;
    private final Duration patience;
    private final Clock clock;
    private final BigDecimal unitPrice;

    KlingAccount(Settings settings, Secrets secrets, Clock clock) {
        this.clock = clock;
        this.unitPrice = new BigDecimal(settings.text("unitPrice").strip());
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.pace = new PollingPace(
                Duration.ofSeconds(settings.whole("pollSeconds")),
                Duration.ofSeconds(Math.max(LONGEST_REST, settings.whole("pollSeconds"))),
                Duration.ofMinutes(settings.whole("taskMinutes")));
        this.client = new VendorClient(new VendorClient.Setup(
                "Kling AI",
                settings.address("baseUrl"),
                Set.of(),
                new KlingTokens(secrets, settings.text("accessKey"), settings.text("secretKey"), clock),
                Map.of(),
                errors));
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

    /** @throws ProviderException when the answer is an error in spite of its status */
    JsonAnswer checked(Answer answer) throws ProviderException {
        JsonAnswer body = answer.json();
        if (body.number("/code").signum() != 0) {
            throw client.failure(answer, errors.failure(answer));
        }
        return body;
    }

    /** What a task's part of an answer says that it cost. */
    Optional<Money> charge(JsonAnswer body) {
        return body.optionalText("/data/final_unit_deduction")
                .filter(units -> units.matches("\\d{1,9}(\\.\\d{1,9})?"))
                .map(units -> catalogue.money(new BigDecimal(units).multiply(unitPrice)));
    }

    @Override
    public Health probe(Duration timeout) {
        long now = clock.millis();
        try {
            checked(client.send(
                    VendorRequest.get("account/costs")
                            .query(
                                    "start_time",
                                    String.valueOf(now - Duration.ofDays(1).toMillis()))
                            .query("end_time", String.valueOf(now)),
                    timeout));
            return new Health(Health.State.UP, "Kling AI answers.");
        } catch (ProviderException e) {
            boolean busy = e.kind() == Kind.RATE_LIMITED || e.kind() == Kind.OVERLOADED;
            return new Health(busy ? Health.State.DEGRADED : Health.State.DOWN, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
