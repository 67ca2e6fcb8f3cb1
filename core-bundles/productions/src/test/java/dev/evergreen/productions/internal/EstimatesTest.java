package dev.evergreen.productions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.orchestrator.CallEstimate.Standing;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.internal.SmallMarket;
import dev.evergreen.productions.Production.BillLine;
import dev.evergreen.productions.ProductionEstimate;
import dev.evergreen.productions.ProductionEstimate.Line;
import dev.evergreen.productions.ProductionEstimate.Work;
import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.productions.ShotWish;
import dev.evergreen.provider.simulated.internal.SimulatedPainter;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.vendor.simulator.Conduct;
import dev.evergreen.vendor.simulator.ConductScript;
import dev.evergreen.vendor.simulator.Invoice;
import dev.evergreen.vendor.simulator.Terms;
import dev.evergreen.vendor.simulator.VendorServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told before and what is charged after, by the same orchestrator and the same steps, with simulated vendors of pictures. */
@Timeout(120)
class EstimatesTest {
    private static final int FILMS = "full".equals(System.getProperty("evergreen.counts")) ? 200 : 12;
    private static final String SCRIPT = """
            EXT. BEACH - DAWN

            Waves roll in.

            A lighthouse blinks.

            EXT. PIER - DAY

            Gulls cry over the pier.

            Waves roll in.
            """;
    private static final Map<Conduct, Double> MOODS =
            Map.of(Conduct.FAIL, 0.15, Conduct.REFUSE, 0.05, Conduct.GARBAGE, 0.05, Conduct.CUT, 0.05);

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void whatHasAFixedPriceCostsWhatWasSaid() throws IOException {
        SmallMarket market = market(1)
                .offer("analyst", new MoodyVendor.Analyst("0"))
                .offer("narrator", new MoodyVendor.Narrator("0.001", 0, 1))
                .offer("painter", painter(vendor("0.04", ConductScript.inOrder()), "0.04", Offer.Tier.STANDARD))
                .offer("composer", new MoodyVendor.Composer(Optional.of("0")));
        FilmDesk desk = new FilmDesk(market.orchestrator(), SCRIPT);

        ProductionEstimate estimate = desk.estimate(ProductionRequest.DEFAULTS);
        assertEquals(Money.free(), market.charged(), "an estimate buys nothing");
        FilmDesk.Made made = desk.make(ProductionRequest.DEFAULTS);

        assertEquals(List.of(), made.failures());
        assertEquals(bill(made), expected(estimate), "line by line");
        assertEquals(Optional.of(market.charged()), estimate.expected());
        assertEquals(Optional.of(Money.free()), ceiling(estimate, Work.COMPOSE), "nothing is nothing at any length");
        Line again = line(estimate, "Narrator, scene 2, shot 2");
        assertEquals(Standing.KEPT, again.standing(), "the same words are spoken once");
        assertEquals(Money.usd("0.014"), again.saved());
    }

    @Test
    void whatWasMadeOnceIsShownAsSaved() throws IOException {
        SmallMarket market = market(1)
                .offer("analyst", new MoodyVendor.Analyst("0.02"))
                .offer("narrator", new MoodyVendor.Narrator("0.001", 0, 1))
                .offer("painter", painter(vendor("0.04", ConductScript.inOrder()), "0.04", Offer.Tier.STANDARD))
                .offer("composer", new MoodyVendor.Composer(Optional.of("0.001")));
        FilmDesk desk = new FilmDesk(market.orchestrator(), SCRIPT);
        desk.make(ProductionRequest.DEFAULTS);
        Money first = market.charged();

        ProductionEstimate second = desk.estimate(ProductionRequest.DEFAULTS);

        assertEquals(Optional.of(Money.free()), second.expected());
        assertEquals(Optional.of(Money.free()), second.ceiling());
        assertEquals(first.plus(Money.usd("0.014")), second.saved(), "the line that is spoken twice was bought once");
        assertEquals(List.of(), second.asks());
        assertTrue(second.lines().stream().allMatch(Line::exact), "the words' lengths are known, so the music's is");
        desk.make(ProductionRequest.DEFAULTS);
        assertEquals(first, market.charged());
    }

    @Test
    void oneShotAtAHigherTierKeepsTheOthers() throws IOException {
        SmallMarket market = market(1)
                .offer("analyst", new MoodyVendor.Analyst("0"))
                .offer("narrator", new MoodyVendor.Narrator("0", 0, 1))
                .offer("plain", painter(vendor("0.02", ConductScript.inOrder()), "0.02", Offer.Tier.STANDARD))
                .offer("fine", painter(vendor("0.50", ConductScript.inOrder()), "0.50", Offer.Tier.HIGH))
                .offer("composer", new MoodyVendor.Composer(Optional.of("0")));
        FilmDesk desk = new FilmDesk(market.orchestrator(), SCRIPT);
        ProductionRequest draft = ProductionRequest.DEFAULTS.orTier(Optional.of(Offer.Tier.DRAFT));
        desk.make(draft);
        assertEquals(Money.usd("0.08"), market.charged(), "drafts are bought from the cheapest");
        String shot =
                line(desk.estimate(draft), "Picture, scene 1, shot 2").shotId().orElseThrow();

        desk.settings = ShotMemory.asking(
                desk.settings, shot, new ShotWish("", Optional.empty(), Optional.of(Offer.Tier.HIGH)));
        ProductionEstimate estimate = desk.estimate(draft);
        desk.make(draft);

        assertEquals(Offer.Tier.HIGH, line(estimate, "Picture, scene 1, shot 2").tier());
        assertEquals(Optional.of(Money.usd("0.50")), estimate.expected());
        assertEquals(Money.usd("0.58"), market.charged());
    }

    @Test
    void draftsOfTheWholeFilmAreNotTakenForTheBest() throws IOException {
        SmallMarket market = market(1)
                .offer("analyst", new MoodyVendor.Analyst("0"))
                .offer("narrator", new MoodyVendor.Narrator("0", 0, 1))
                .offer("plain", painter(vendor("0.02", ConductScript.inOrder()), "0.02", Offer.Tier.STANDARD))
                .offer("fine", painter(vendor("0.50", ConductScript.inOrder()), "0.50", Offer.Tier.HIGH))
                .offer("composer", new MoodyVendor.Composer(Optional.of("0")));
        FilmDesk desk = new FilmDesk(market.orchestrator(), SCRIPT);
        ProductionRequest usual = new ProductionRequest(
                "",
                "",
                "",
                "",
                "",
                Optional.empty(),
                true,
                "",
                Optional.of(Routing.by(Routing.Policy.CHEAPEST)),
                Optional.empty(),
                false,
                true);
        desk.make(usual);

        ProductionEstimate best = desk.estimate(usual.orTier(Optional.of(Offer.Tier.HIGH)));

        assertEquals(Optional.of(Money.usd("2")), best.expected());
        assertEquals(1, best.asks().size(), "more than the dollar above which a person is asked");
    }

    @Test
    void anUnknownPriceIsAskedForAndNeverZero() throws IOException {
        SmallMarket market = market(1)
                .offer("analyst", new MoodyVendor.Analyst("0"))
                .offer("narrator", new MoodyVendor.Narrator("0.001", 0, 1))
                .offer("painter", painter(vendor("0.04", ConductScript.inOrder()), "0.04", Offer.Tier.STANDARD))
                .offer("composer", new MoodyVendor.Composer(Optional.empty()));

        ProductionEstimate estimate = new FilmDesk(market.orchestrator(), SCRIPT).estimate(ProductionRequest.DEFAULTS);

        assertEquals(Optional.empty(), estimate.expected());
        assertEquals(Optional.empty(), estimate.ceiling());
        assertEquals(Standing.UNPRICED, line(estimate, "Music").standing());
        assertTrue(estimate.asks().get(0).contains("the price list is lost"), estimate.asks()::toString);
        assertTrue(estimate.known().compareTo(Money.usd("0.16")) > 0, "the rest is known all the same");
    }

    @Test
    void beforeAPaidDivisionAFreeOneStandsInAndWithoutOneAPersonIsAsked() throws IOException {
        SmallMarket market = market(1)
                .offer("fine", new MoodyVendor.Analyst("0.20"))
                .offer("narrator", new MoodyVendor.Narrator("0", 0, 1))
                .offer("painter", painter(vendor("0.04", ConductScript.inOrder()), "0.04", Offer.Tier.STANDARD))
                .offer("composer", new MoodyVendor.Composer(Optional.of("0")));
        FilmDesk desk = new FilmDesk(market.orchestrator(), SCRIPT);

        ProductionEstimate alone = desk.estimate(ProductionRequest.DEFAULTS);
        assertEquals(Optional.empty(), alone.expected());
        assertEquals(Money.usd("0.20"), alone.known());
        assertFalse(alone.asks().isEmpty());

        // The best is paid, and what stands in for it is free.
        market.offer("plain", new MoodyVendor.Analyst("0", Offer.Tier.DRAFT));
        ProductionEstimate both = desk.estimate(ProductionRequest.DEFAULTS.orTier(Optional.of(Offer.Tier.HIGH)));
        assertEquals(Optional.of(Money.usd("0.36")), both.expected());
        assertEquals(1, both.remarks().size(), both.remarks()::toString);
        assertEquals(
                List.of("Division into shots"),
                both.lines().stream().filter(Line::exact).map(Line::item).toList());
        assertEquals(Money.free(), market.charged());
    }

    @Test
    void rewritingPromptsIsPartOfThePriceAndCanBeSwitchedOff() throws IOException {
        SmallMarket market = market(1)
                .offer("analyst", new MoodyVendor.Analyst("0"))
                .offer("narrator", new MoodyVendor.Narrator("0", 0, 1))
                .offer("rewriter", new MoodyVendor.Rewriter("0.001"))
                .offer("painter", painter(vendor("0.04", ConductScript.inOrder()), "0.04", Offer.Tier.STANDARD))
                .offer("composer", new MoodyVendor.Composer(Optional.of("0")));
        FilmDesk desk = new FilmDesk(market.orchestrator(), SCRIPT);

        ProductionEstimate estimate = desk.estimate(ProductionRequest.DEFAULTS);
        FilmDesk.Made made = desk.make(ProductionRequest.DEFAULTS);

        assertFalse(line(estimate, "Picture, scene 1, shot 1").exact(), "the prompt is not rewritten yet");
        assertEquals(Optional.of(market.charged()), estimate.expected());
        assertEquals(Standing.KEPT, line(estimate, "Prompt, scene 2, shot 2").standing(), "the same words once more");
        assertTrue(made.bill().stream().anyMatch(one -> one.item().equals("Prompt, scene 1, shot 1")), made::toString);
        ProductionRequest plain = new ProductionRequest(
                "", "", "", "", "", Optional.empty(), true, "", Optional.empty(), Optional.empty(), false, false);
        assertEquals(
                Optional.of(Money.usd("0.16")),
                desk.estimate(plain).expected(),
                "other words are another picture, and rewriting costs nothing any more");
        assertEquals(
                Optional.of(Money.free()),
                desk.estimate(ProductionRequest.DEFAULTS).expected(),
                "the rewritten words find their pictures again");
    }

    @Test
    void nothingCostsMoreThanWasSaidWhateverVendorsDo() throws IOException {
        int above = 0;
        for (int film = 0; film < FILMS; film++) {
            Random random = new Random(4_711 + film);
            String cheap = "0.0" + (1 + random.nextInt(4));
            String dear = "0." + (10 + random.nextInt(30));
            VendorServer first = vendor(cheap, ConductScript.seeded(random.nextLong(), MOODS));
            VendorServer second = vendor(dear, ConductScript.seeded(random.nextLong(), MOODS));
            SmallMarket market = market(film)
                    .offer("analyst", new MoodyVendor.Analyst("0"))
                    .offer("narrator", new MoodyVendor.Narrator("0.001", 0.3, random.nextLong()))
                    .offer("speaker", new MoodyVendor.Narrator("0.004", 0.3, random.nextLong()))
                    .offer("first", painter(first, cheap, Offer.Tier.STANDARD))
                    .offer("second", painter(second, dear, Offer.Tier.HIGH))
                    .offer("composer", new MoodyVendor.Composer(Optional.of("0.001")));
            FilmDesk desk = new FilmDesk(market.orchestrator(), SCRIPT);

            ProductionEstimate estimate = desk.estimate(ProductionRequest.DEFAULTS);
            FilmDesk.Made made = desk.make(ProductionRequest.DEFAULTS);

            Money bill = market.charged();
            Money unclear = Money.usd(invoiced(first, second).toPlainString());
            Money most = estimate.ceiling().orElseThrow();
            String what = "film " + film + ": " + bill + " charged, " + unclear + " invoiced for pictures, at most "
                    + most + " said; " + made.failures();
            assertTrue(bill.compareTo(most) <= 0, what);
            assertTrue(unclear.compareTo(ceiling(estimate, Work.ILLUSTRATE).orElseThrow()) <= 0, what);
            for (BillLine line : made.bill()) {
                assertTrue(
                        line.charge()
                                        .compareTo(line(estimate, line.item())
                                                .ceiling()
                                                .orElseThrow())
                                <= 0,
                        what + line);
            }
            above += bill.compareTo(estimate.expected().orElseThrow()) > 0 ? 1 : 0;
        }
        assertTrue(above > 0, "no vendor's mood made a film dearer than expected, so nothing was tried");
    }

    private SmallMarket market(long seed) throws IOException {
        SmallMarket market = new SmallMarket(Files.createTempDirectory(folder, "market"), seed);
        open.add(market);
        return market;
    }

    private VendorServer vendor(String price, ConductScript conduct) throws IOException {
        VendorServer vendor = new VendorServer(
                Terms.strict("picture".getBytes(StandardCharsets.UTF_8)).at(price), conduct);
        open.add(vendor);
        return vendor;
    }

    private static SimulatedPainter painter(VendorServer vendor, String price, Offer.Tier tier) {
        return new SimulatedPainter(
                vendor.address(),
                "key-main",
                Money.usd(price),
                "instant",
                tier,
                Duration.ofSeconds(10),
                Duration.ofMillis(50));
    }

    private static BigDecimal invoiced(VendorServer... vendors) {
        BigDecimal sum = BigDecimal.ZERO;
        for (VendorServer vendor : vendors) {
            for (Invoice invoice : vendor.invoices()) {
                sum = sum.add(invoice.amount());
            }
        }
        return sum;
    }

    private static Line line(ProductionEstimate estimate, String item) {
        return estimate.lines().stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .orElseThrow(() -> new AssertionError(item + " is none of " + estimate.lines()));
    }

    private static Optional<Money> ceiling(ProductionEstimate estimate, Work work) {
        return estimate.lines().stream()
                .filter(line -> line.work() == work)
                .map(line -> line.ceiling().orElseThrow())
                .reduce(Money::plus);
    }

    private static Map<String, Money> expected(ProductionEstimate estimate) {
        Map<String, Money> lines = new HashMap<>();
        estimate.lines().forEach(line -> lines.put(line.item(), line.expected().orElseThrow()));
        return lines;
    }

    private static Map<String, Money> bill(FilmDesk.Made made) {
        Map<String, Money> lines = new HashMap<>();
        made.bill().forEach(line -> lines.put(line.item(), line.charge()));
        return lines;
    }
}
