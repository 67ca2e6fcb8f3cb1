package dev.evergreen.provider.simulated.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.tck.ProviderContract;
import dev.evergreen.vendor.simulator.Conduct;
import dev.evergreen.vendor.simulator.ConductScript;
import dev.evergreen.vendor.simulator.Terms;
import dev.evergreen.vendor.simulator.VendorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The plugin keeps to the contract of every provider, over the real protocol. */
final class SimulatedPainterTest extends ProviderContract<ImageRequest, ImageResult> {
    private final List<VendorServer> vendors = new ArrayList<>();
    private VendorServer vendor;

    @BeforeEach
    void open() {
        vendor = vendor();
    }

    @AfterEach
    void close() {
        vendors.forEach(VendorServer::close);
    }

    private VendorServer vendor(Conduct... conducts) {
        try {
            VendorServer opened = new VendorServer(
                    Terms.strict(Orders.PICTURE).taking(Duration.ofMillis(1_500), Duration.ZERO),
                    ConductScript.inOrder(conducts));
            vendors.add(opened);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Provider<ImageRequest, ImageResult> provider() {
        return Orders.painter(vendor, "key-main", "instant");
    }

    @Override
    protected ImageRequest request() {
        return Orders.picture(640, 360);
    }

    @Override
    protected List<ImageRequest> unsupported() {
        return List.of(Orders.picture(0, 360), Orders.picture(16_000, 16_000));
    }

    @Override
    protected void check(ImageRequest request, ImageResult result) throws IOException {
        assertArrayEquals(Orders.PICTURE, Files.readAllBytes(result.image().path()));
    }

    @Override
    protected boolean deterministic() {
        return true;
    }

    @Override
    protected List<Failure<ImageRequest, ImageResult>> failures() {
        SimulatedPainter nobodyThere = new SimulatedPainter(
                URI.create("http://127.0.0.1:1"),
                "key-main",
                Money.usd("0.04"),
                "instant",
                Offer.Tier.STANDARD,
                Duration.ofSeconds(1),
                Duration.ofMillis(5));
        return List.of(
                failure("the key is refused", Orders.painter(vendor, "key-of-nobody", "instant"), Kind.AUTHENTICATION),
                failure("nobody listens", nobodyThere, Kind.UNAVAILABLE),
                failure("it is asked too often", Conduct.RATE_LIMIT, Kind.RATE_LIMITED),
                failure("it fails", Conduct.FAIL, Kind.UNAVAILABLE),
                failure("it answers late", Conduct.SLOW, Kind.TIMEOUT),
                failure("it never answers", Conduct.HANG, Kind.TIMEOUT),
                failure("it breaks off", Conduct.CUT, Kind.BAD_RESPONSE),
                failure("the answer is lost", Conduct.LOSE_ANSWER, Kind.BAD_RESPONSE),
                failure("it answers nonsense", Conduct.GARBAGE, Kind.BAD_RESPONSE),
                failure("it refuses the content", Conduct.REFUSE, Kind.CONTENT_REJECTED));
    }

    private Failure<ImageRequest, ImageResult> failure(String when, Conduct conduct, Kind kind) {
        return failure(when, Orders.painter(vendor(conduct), "key-main", "instant"), kind);
    }

    private Failure<ImageRequest, ImageResult> failure(String when, SimulatedPainter painter, Kind kind) {
        return new Failure<>(when, painter, request(), kind);
    }
}
