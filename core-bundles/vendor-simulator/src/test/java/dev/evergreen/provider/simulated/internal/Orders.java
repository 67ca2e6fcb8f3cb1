package dev.evergreen.provider.simulated.internal;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.vendor.simulator.VendorServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What is ordered in tests. */
final class Orders {
    static final byte[] PICTURE = "the picture".repeat(2_000).getBytes(StandardCharsets.UTF_8);

    private Orders() {}

    static ImageRequest picture(int width, int height) {
        ShotDescription shot = new ShotDescription(
                "A red kite over a meadow.",
                Setting.EXTERIOR,
                "meadow",
                "day",
                "",
                "",
                "calm",
                ShotSize.WIDE,
                List.of(),
                List.of(),
                List.of("kite"));
        return new ImageRequest(shot, "", width, height, 7, false, List.of());
    }

    static SimulatedPainter painter(VendorServer vendor, String key, String offer) {
        return new SimulatedPainter(
                vendor.address(),
                key,
                Money.usd("0.04"),
                offer,
                Offer.Tier.STANDARD,
                Duration.ofSeconds(1),
                Duration.ofMillis(5));
    }
}
