package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.ledger.JdbiBudgetRepository;
import dev.evergreen.provider.simulated.internal.SimulatedPainter;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.vendor.simulator.Invoice;
import dev.evergreen.vendor.simulator.Terms;
import dev.evergreen.vendor.simulator.VendorServer;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Simulated vendors on a market, their bills and the budgets that bound them. */
final class Vendors {
    static final boolean FULL = "full".equals(System.getProperty("evergreen.counts"));
    static final String PLUGIN = "simulated-painter";

    private Vendors() {}

    static Terms terms() {
        return Terms.strict("picture".getBytes(StandardCharsets.UTF_8));
    }

    /** Puts an account at the vendor on the market of a node. */
    static void offer(TestMarket node, String account, VendorServer vendor, String price) {
        offer(node, account, vendor.address(), price);
    }

    /** The same of a vendor in another process. */
    static void offer(TestMarket node, String account, URI vendor, String price) {
        node.market.add(
                new SimulatedPainter(
                        vendor,
                        "key-main",
                        Money.usd(price),
                        "instant",
                        Offer.Tier.STANDARD,
                        Duration.ofSeconds(10),
                        Duration.ofMillis(50)),
                Map.of(ProviderProperties.PLUGIN_ID, PLUGIN, ProviderProperties.ACCOUNT, account));
    }

    /** Another seed is another picture, which no earlier one answers. */
    static ImageRequest picture(long seed) {
        ShotDescription shot = new ShotDescription(
                "A red kite.",
                Setting.EXTERIOR,
                "meadow",
                "day",
                "",
                "",
                "",
                ShotSize.WIDE,
                List.of(),
                List.of(),
                List.of());
        return new ImageRequest(shot, "", 64, 36, seed, false, List.of());
    }

    static BigDecimal bill(VendorServer vendor) {
        return vendor.invoices().stream().map(Invoice::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Budget limit(OpenDatabase database, String dollars) {
        return new JdbiBudgetRepository(database.database())
                .put(new Budget(
                        UUID.randomUUID(),
                        BudgetScope.INSTALLATION,
                        Budget.Period.TOTAL,
                        Money.usd(dollars),
                        Money.free(),
                        Money.free()));
    }

    static Budget stored(OpenDatabase database, Budget budget) {
        return new JdbiBudgetRepository(database.database())
                .list().stream()
                        .filter(found -> found.id().equals(budget.id()))
                        .findFirst()
                        .orElseThrow();
    }
}
