package dev.evergreen.orchestrator.internal;

import static dev.evergreen.orchestrator.internal.FakeComposer.fails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Ranking;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Routing.Policy;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RankingTest {
    @TempDir
    Path folder;

    private TestMarket market;

    @BeforeEach
    void open() throws SQLException, IOException {
        market = new TestMarket(folder);
    }

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void eachPolicyPutsAnotherFirst() {
        offer("cheap-slow", "0.01", Duration.ofSeconds(60), Offer.Tier.STANDARD);
        offer("fast", "0.40", Duration.ofSeconds(1), Offer.Tier.STANDARD);
        offer("best", "0.50", Duration.ofSeconds(40), Offer.Tier.HIGH);

        assertEquals("cheap-slow/bed", first(Policy.CHEAPEST));
        assertEquals("fast/bed", first(Policy.FASTEST));
        assertEquals("best/bed", first(Policy.BEST));
        assertEquals(List.of("cheap-slow/bed", "fast/bed", "best/bed"), order(Policy.BALANCED));
    }

    @Test
    void aRankingExplainsItselfInWords() {
        offer("cheap", "0.01", Duration.ofSeconds(2), Offer.Tier.STANDARD);
        FakeComposer unable = FakeComposer.free();
        unable.support = Support.no("duration is 3 s; at most 2 s are composed");
        market.offer("unable", unable);

        Ranking ranking = rank(Policy.CHEAPEST, "");

        assertEquals(
                "cheapest: $0.01 (at most $0.01), about 2.0 s, standard quality, 100 % success, score 0.85",
                ranking.candidates().get(0).reason());
        assertEquals(Optional.of(Money.usd("0.01")), ranking.candidates().get(0).expected());
        assertFalse(ranking.candidates().get(1).eligible());
        assertEquals(
                "cannot serve it: duration is 3 s; at most 2 s are composed",
                ranking.candidates().get(1).reason());
    }

    @Test
    void aPinnedRequestIsServedByThatPluginOnly() throws CallFailedException {
        market.offer("cheap", FakeComposer.free()).offer("wanted", FakeComposer.priced("1", "2"));

        Ranking ranking = rank(Policy.PINNED, "wanted");

        assertEquals("wanted/bed", ranking.candidates().get(0).offer());
        assertEquals(
                "the request is pinned to wanted", ranking.candidates().get(1).reason());
    }

    @Test
    void equalOffersStandInTheOrderOfTheirAccounts() {
        FakeComposer first = FakeComposer.free();
        FakeComposer second = FakeComposer.free();
        market.market.add(first, Map.of(ProviderProperties.PLUGIN_ID, "vendor", ProviderProperties.ACCOUNT, "a-spare"));
        market.market.add(second, Map.of(ProviderProperties.PLUGIN_ID, "vendor", ProviderProperties.ACCOUNT, "main"));
        account("a-spare", 2, true);
        account("main", 1, true);

        assertEquals(List.of("vendor/main/bed", "vendor/a-spare/bed"), order(Policy.BALANCED));
    }

    @Test
    void anAccountThatIsSwitchedOffIsNotAsked() {
        market.market.add(
                FakeComposer.free(),
                Map.of(ProviderProperties.PLUGIN_ID, "vendor", ProviderProperties.ACCOUNT, "main"));
        account("main", 1, false);

        assertEquals(
                "its account is switched off",
                rank(Policy.BEST, "").candidates().get(0).reason());
    }

    @Test
    void aPriceThatCannotBeComparedIsRefused() {
        FakeComposer foreign = FakeComposer.free();
        Money price = new Money(BigDecimal.ONE, Currency.getInstance("EUR"));
        foreign.quote = new Quote.Known(price, price, Duration.ofSeconds(1));
        market.offer("foreign", foreign);

        assertTrue(rank(Policy.BEST, "").candidates().get(0).reason().contains("set an exchange rate for EUR"));
    }

    @Test
    void aPluginThatFailsToQuoteHurtsNobodyElse() {
        FakeComposer broken = FakeComposer.free();
        broken.quote = null;
        broken.support = null;
        market.offer("broken", broken).offer("sound", FakeComposer.free());

        assertEquals("sound/bed", first(Policy.CHEAPEST));
    }

    @Test
    void anOpenCircuitIsPassedOverUntilNobodyElseIsLeft() {
        FakeComposer ill = FakeComposer.priced("0.01", "0.01");
        for (int i = 0; i < 5; i++) {
            ill.first(fails(Kind.UNAVAILABLE));
        }
        FakeComposer sound = FakeComposer.priced("0.02", "0.02");
        market.offer("ill", ill).offer("sound", sound);
        for (int seed = 0; seed < 5; seed++) {
            compose(seed);
        }
        assertEquals(List.of("sound/bed", "ill/bed"), order(Policy.CHEAPEST));
        assertFalse(rank(Policy.CHEAPEST, "").candidates().get(1).eligible());

        market.market.remove(sound);

        Ranking.Candidate last = rank(Policy.CHEAPEST, "").candidates().get(0);
        assertTrue(last.eligible());
        assertTrue(last.reason().contains("asked all the same, as nobody else is left"), last.reason());
    }

    @Test
    void rulesLeaveOutWhoIsOutOfBoundsAndSayWhy() {
        far("far", "us", true, "0.01", Offer.Tier.HIGH);
        far("near", "eu", false, "0.30", Offer.Tier.STANDARD);
        far("dear", "eu", false, "2.00", Offer.Tier.HIGH);
        far("poor", "eu", false, "0.01", Offer.Tier.DRAFT);
        market.offer("own", FakeComposer.free());
        Routing rules = new Routing(
                Policy.BEST,
                "",
                Set.of("far", "near", "dear", "poor"),
                Set.of("nobody"),
                Optional.of(Offer.Tier.STANDARD),
                Set.of("eu"),
                true,
                Optional.of(Money.usd("1")),
                false);

        Map<String, String> reasons = rank(rules).candidates().stream()
                .collect(Collectors.toMap(Ranking.Candidate::offer, Ranking.Candidate::reason));

        assertEquals("near/bed", rank(rules).candidates().get(0).offer());
        assertEquals(
                List.of("near/bed"),
                rank(rules).candidates().stream()
                        .filter(Ranking.Candidate::eligible)
                        .map(Ranking.Candidate::offer)
                        .toList());
        assertEquals("it works in us, and the rules allow only eu", reasons.get("far/bed"));
        assertEquals("it may cost $2.00, and the rules allow at most $1.00", reasons.get("dear/bed"));
        assertEquals("its quality is draft, and the rules want at least standard", reasons.get("poor/bed"));
        assertEquals("the rules allow only dear, far, near, poor", reasons.get("own/bed"));
    }

    @Test
    void whatNeverLeavesTheMachineIsWithinEveryRegion() {
        far("far", "us", true, "0.01", Offer.Tier.STANDARD);
        market.offer("own", FakeComposer.free());
        Routing rules = new Routing(
                Policy.CHEAPEST, "", Set.of(), Set.of(), Optional.empty(), Set.of(), true, Optional.empty(), false);

        assertEquals("own/bed", rank(rules).candidates().get(0).offer());
        assertEquals(
                "it keeps what it is sent, and the rules forbid that",
                rank(rules).candidates().get(1).reason());
    }

    @Test
    void aLimitInACurrencyWithoutARateAllowsOnlyWhatIsFree() {
        offer("cheap", "0.01", Duration.ofSeconds(1), Offer.Tier.STANDARD);
        market.offer("free", FakeComposer.free());
        Money euros = new Money(new BigDecimal("100"), Currency.getInstance("EUR"));
        Routing rules = new Routing(
                Policy.BEST, "", Set.of(), Set.of(), Optional.empty(), Set.of(), false, Optional.of(euros), false);

        assertEquals("free/bed", rank(rules).candidates().get(0).offer());
        assertFalse(rank(rules).candidates().get(1).eligible());
    }

    @Test
    void aQualityFloorIsNeverUndercut() {
        offer("plain", "0.01", Duration.ofSeconds(1), Offer.Tier.STANDARD);
        Routing rules = new Routing(
                Policy.CHEAPEST,
                "",
                Set.of(),
                Set.of(),
                Optional.of(Offer.Tier.HIGH),
                Set.of(),
                false,
                Optional.empty(),
                false);

        CallFailedException failed = assertThrows(
                CallFailedException.class,
                () -> market.compose(1, TestMarket.options(rules, Optional.empty(), new TestMarket.Cancellation())));

        assertEquals(Kind.UNSUPPORTED, failed.kind());
        assertTrue(failed.getMessage().contains("the rules want at least high"), failed.getMessage());
    }

    @Test
    void rulesAreKeptInTheSettingsOfAProject() {
        Routing rules = new Routing(
                Policy.PINNED,
                "own",
                Set.of(),
                Set.of("far"),
                Optional.of(Offer.Tier.HIGH),
                Set.of("eu"),
                true,
                Optional.of(Money.usd("0.25")),
                true);
        String settings = Routing.into("{\"style\":\"ink\"}", Optional.of(rules));

        assertEquals(Optional.of(rules), Routing.of(settings));
        assertEquals("{\"style\":\"ink\"}", Routing.into(settings, Optional.empty()));
        assertEquals(Optional.empty(), Routing.of("{\"style\":\"ink\"}"));
        assertThrows(IllegalArgumentException.class, () -> Routing.by(Policy.PINNED));
    }

    @Test
    void whenNothingFitsEveryReasonIsTold() {
        FakeComposer unable = FakeComposer.free();
        unable.support = Support.no("too long");
        market.offer("unable", unable);

        CallFailedException failed = assertThrows(CallFailedException.class, () -> market.compose(1));

        assertEquals(Kind.UNSUPPORTED, failed.kind());
        assertTrue(failed.getMessage().contains("unable/bed cannot serve it: too long"), failed.getMessage());
    }

    private void compose(long seed) {
        try {
            market.compose(seed);
        } catch (CallFailedException e) {
            throw new AssertionError(e);
        }
    }

    private void offer(String plugin, String price, Duration duration, Offer.Tier tier) {
        FakeComposer composer = FakeComposer.free();
        composer.quote = new Quote.Known(Money.usd(price), Money.usd(price), duration);
        composer.tier = tier;
        market.offer(plugin, composer);
    }

    private void far(String plugin, String region, boolean retains, String price, Offer.Tier tier) {
        FakeComposer composer = FakeComposer.priced(price, price);
        composer.tier = tier;
        composer.region = region;
        composer.retains = retains;
        market.offer(plugin, composer);
    }

    private Ranking rank(Routing rules) {
        return market.orchestrator.rank(
                MusicComposer.class,
                TestMarket.music(1),
                TestMarket.options(rules, Optional.empty(), new TestMarket.Cancellation()));
    }

    private void account(String name, int position, boolean enabled) {
        market.accounts.add(
                new ProviderAccount(UUID.randomUUID(), "vendor", name, enabled, position, "{}", Instant.EPOCH));
    }

    private Ranking rank(Policy policy, String pinned) {
        CallOptions options = TestMarket.options(
                policy, pinned, Optional.empty(), Duration.ofSeconds(20), new TestMarket.Cancellation());
        return market.orchestrator.rank(MusicComposer.class, TestMarket.music(1), options);
    }

    private String first(Policy policy) {
        return rank(policy, "").candidates().get(0).offer();
    }

    private List<String> order(Policy policy) {
        return rank(policy, "").candidates().stream()
                .map(Ranking.Candidate::offer)
                .toList();
    }
}
