package dev.evergreen.provider.simulated.internal;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.CallLookup;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Pollable;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Purchase;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SentCall;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** Has pictures made by the simulated vendor, at once or as tasks. */
@Component(
        configurationPid = "dev.evergreen.provider.simulated",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ImageGenerator.class, CallLookup.class, HealthProbe.class},
        property = ProviderProperties.PLUGIN_ID + "=simulated-painter")
public final class SimulatedPainter implements ImageGenerator, Pollable<ImageResult>, CallLookup, HealthProbe {
    private static final int SCHEMA = 1;
    private static final int MOST_PIXELS = 16_000_000;
    private static final int MOST_ADDRESSES = 3;
    private static final String QUEUED = "queued";

    private final VendorClient vendor;
    private final Money price;
    private final Offer offer;
    private final Duration timeout;
    private final Duration pollAfter;

    @Activate
    public SimulatedPainter(PainterSettings settings) {
        this(
                URI.create(settings.address()),
                settings.key(),
                Money.usd(settings.price()),
                settings.offer(),
                Offer.Tier.valueOf(settings.tier().toUpperCase(Locale.ROOT)),
                Duration.ofSeconds(settings.timeoutSeconds()),
                Duration.ofMillis(settings.pollMillis()));
    }

    /** @param offerId {@code instant} or {@code queued} */
    public SimulatedPainter(
            URI address,
            String key,
            Money price,
            String offerId,
            Offer.Tier tier,
            Duration timeout,
            Duration pollAfter) {
        this.vendor = new VendorClient(address, key);
        this.price = price;
        this.offer = new Offer(offerId, "Simulated " + offerId, tier, "simulated", false, Map.of());
        this.timeout = timeout;
        this.pollAfter = pollAfter;
    }

    @Override
    public List<Offer> offers() {
        return List.of(offer);
    }

    @Override
    public Support<ImageRequest> support(ImageRequest request, Offer asked) {
        long pixels = (long) request.width() * request.height();
        return pixels > 0 && pixels <= MOST_PIXELS
                ? Support.yes()
                : Support.no("width x height is " + request.width() + "x" + request.height()
                        + "; the simulated vendor makes 1 to " + MOST_PIXELS + " pixels");
    }

    @Override
    public Quote quote(ImageRequest request, Offer asked) {
        return new Quote.Known(price, price, Duration.ofSeconds(1));
    }

    @Override
    public Outcome<ImageResult> execute(ImageRequest request, Offer asked, CallContext call) throws ProviderException {
        call.throwIfCancelled();
        HttpResponse<byte[]> answer = vendor.order(
                asked.id(),
                call.id(),
                "seed=" + request.seed() + "\nwidth=" + request.width() + "\nheight=" + request.height() + "\n",
                patience(call),
                call::onCancel);
        VendorClient.requireSuccess(answer);
        if (!asked.id().equals(QUEUED)) {
            return delivered(answer, charge(answer.headers().firstValue("X-Charge")), call);
        }
        String task = VendorClient.values(answer).get("task");
        if (task == null) {
            throw new ProviderException(Kind.BAD_RESPONSE, "The simulated vendor answered without a task");
        }
        Checkpoint checkpoint = new Checkpoint(SCHEMA, Map.of("task", task));
        call.checkpoint(checkpoint);
        return new Outcome.Pending<>(checkpoint, pollAfter);
    }

    @Override
    public Outcome<ImageResult> poll(Checkpoint checkpoint, CallContext call) throws ProviderException {
        for (int addresses = 0; addresses < MOST_ADDRESSES; addresses++) {
            HttpResponse<byte[]> answer =
                    vendor.get("/v1/tasks/" + checkpoint.state().get("task"), patience(call), call::onCancel);
            VendorClient.requireSuccess(answer);
            Map<String, String> values = VendorClient.values(answer);
            Optional<Money> charge = charge(Optional.ofNullable(values.get("charge")));
            switch (values.getOrDefault("state", "")) {
                case "running" -> {
                    return new Outcome.Pending<>(checkpoint, pollAfter);
                }
                case "cancelled" ->
                    throw new ProviderException(
                            Kind.CANCELLED, "The simulated vendor stopped the task", null, Optional.empty(), charge);
                case "succeeded" -> {
                    HttpResponse<byte[]> output =
                            vendor.get(values.getOrDefault("output", "/"), patience(call), call::onCancel);
                    // An address lives for a while only; the task gives a fresh one.
                    if (output.statusCode() != 410) {
                        VendorClient.requireSuccess(output);
                        return delivered(output, charge, call);
                    }
                }
                default -> throw new ProviderException(Kind.BAD_RESPONSE, "The simulated vendor says " + values);
            }
        }
        throw new ProviderException(Kind.BAD_RESPONSE, "Every address of the output has expired");
    }

    @Override
    public void cancel(Checkpoint checkpoint, CallContext call) throws ProviderException {
        VendorClient.requireSuccess(
                vendor.delete("/v1/tasks/" + checkpoint.state().get("task"), timeout, action -> () -> {}));
    }

    @Override
    public Purchase lookUp(SentCall call, Duration patience) throws ProviderException {
        HttpResponse<byte[]> answer = vendor.get("/v1/charges/" + call.id(), patience, action -> () -> {});
        if (answer.statusCode() == 404) {
            return new Purchase.Unclear("this vendor does not tell what an order was charged");
        }
        VendorClient.requireSuccess(answer);
        Map<String, String> values = VendorClient.values(answer);
        return switch (values.getOrDefault("state", "")) {
            case "charged" -> new Purchase.Bought(Money.usd(values.getOrDefault("charge", "")));
            case "none" -> new Purchase.NotBought();
            default -> new Purchase.Unclear("the vendor says " + values);
        };
    }

    @Override
    public Health probe(Duration patience) {
        try {
            VendorClient.requireSuccess(vendor.get("/v1/health", patience, action -> () -> {}));
            return new Health(Health.State.UP, "The simulated vendor answers.");
        } catch (ProviderException e) {
            return new Health(Health.State.DOWN, String.valueOf(e.getMessage()));
        }
    }

    private Duration patience(CallContext call) {
        Duration left = Duration.between(Instant.now(), call.deadline());
        Duration most = left.compareTo(timeout) < 0 ? left : timeout;
        return most.toMillis() < 1 ? Duration.ofMillis(1) : most;
    }

    private static Optional<Money> charge(Optional<String> dollars) {
        return dollars.map(Money::usd);
    }

    private static Outcome<ImageResult> delivered(HttpResponse<byte[]> answer, Optional<Money> charge, CallContext call)
            throws ProviderException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.equals("image/png")) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE,
                    "The simulated vendor answered with '" + type + "' where a picture was ordered",
                    null,
                    Optional.empty(),
                    charge);
        }
        try {
            Path file = Files.write(call.workspace().newFile(".png"), answer.body());
            return new Outcome.Done<>(new ImageResult(new MediaFile(file, "image/png"), List.of()), charge);
        } catch (IOException e) {
            throw new ProviderException(
                    Kind.UNAVAILABLE,
                    "The picture could not be written to the call's workspace: " + e.getMessage(),
                    e,
                    Optional.empty(),
                    charge);
        }
    }
}
