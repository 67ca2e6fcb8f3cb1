package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.orchestrator.CallEstimate;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.vendor.simulator.ConductScript;
import dev.evergreen.vendor.simulator.VendorServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that were bought for a prompt answer similar ones, where the caller allows it and nowhere else. */
@Timeout(60)
class SimilarPromptsTest {
    private static final String ASKED = "A red kite stands still in the wind over a wide green meadow.";
    private static final String ALIKE = "A red kite stands still in the wind above a wide green meadow.";

    @TempDir
    Path folder;

    private TestMarket market;
    private VendorServer vendor;

    @BeforeEach
    void open() throws SQLException, IOException {
        market = new TestMarket(folder);
        vendor = new VendorServer(Vendors.terms(), ConductScript.inOrder());
        Vendors.offer(market, "main", vendor, "0.04");
    }

    @AfterEach
    void close() {
        vendor.close();
        market.close();
    }

    @Test
    void theAnswerSaysWhichPromptItWasMadeForAndHowAlikeTheyAre() throws CallFailedException {
        Served<ImageResult> first = paint(picture(ASKED, 1, 64), false);

        Served<ImageResult> second = paint(picture(ALIKE, 2, 64), true);

        assertTrue(second.cached());
        assertTrue(second.charge().isZero());
        assertEquals(first.files(), second.files());
        Trail.SimilarPrompt similar = second.trail().similar().orElseThrow();
        assertEquals(ASKED, similar.prompt());
        assertTrue(similar.alikeness() >= 0.8 && similar.alikeness() < 1, similar::toString);
        assertTrue(second.trail().why().contains("% alike: '" + ASKED + "'"), second.trail()::why);
        assertEquals(1, vendor.invoices().size());
    }

    @Test
    void whoDoesNotAllowItIsServedAnew() throws CallFailedException {
        paint(picture(ASKED, 1, 64), true);

        assertFalse(paint(picture(ALIKE, 2, 64), false).cached());
        assertEquals(2, vendor.invoices().size());
    }

    @Test
    void anotherSizeAnotherPersonOrOtherWordsAreNotAlike() throws CallFailedException {
        paint(picture(ASKED, 1, 64), true);

        assertFalse(paint(picture(ALIKE, 2, 128), true).cached(), "size");
        assertFalse(
                paint(picture("A grey whale sleeps in a deep sea.", 3, 64), true)
                        .cached(),
                "words");
        ImageRequest withPeople = with(
                picture(ALIKE, 4, 64),
                List.of(
                        new PersonInShot("Mara", "kneel", "happy", "beside THEO"),
                        new PersonInShot("Theo", "point", "surprised", "")));
        assertFalse(paint(withPeople, true).cached(), "people");
        assertEquals(4, vendor.invoices().size());
    }

    @Test
    void theRulesHoldForKeptPicturesToo() throws CallFailedException {
        paint(picture(ASKED, 1, 64), true);

        CallOptions denied = options(
                new Routing(
                        Routing.Policy.CHEAPEST,
                        "",
                        Set.of(),
                        Set.of(Vendors.PLUGIN),
                        Optional.empty(),
                        Set.of(),
                        false,
                        Optional.empty(),
                        false),
                true);
        CallEstimate estimate = market.orchestrator.estimate(ImageGenerator.class, picture(ALIKE, 2, 64), denied);
        assertEquals(CallEstimate.Standing.UNSERVED, estimate.standing());
    }

    @Test
    void theEstimateKnowsIt() throws CallFailedException {
        CallOptions allowed = options(Routing.by(Routing.Policy.CHEAPEST), true);
        CallEstimate before = market.orchestrator.estimate(ImageGenerator.class, picture(ALIKE, 2, 64), allowed);
        assertEquals(Optional.of(Money.usd("0.04")), before.expected());
        assertEquals(Optional.of(Money.usd("0.12")), before.ceiling(), "one attempt and two retries");
        paint(picture(ASKED, 1, 64), false);

        CallEstimate after = market.orchestrator.estimate(ImageGenerator.class, picture(ALIKE, 2, 64), allowed);

        assertEquals(CallEstimate.Standing.KEPT, after.standing());
        assertEquals(Optional.of(Money.free()), after.ceiling());
        assertEquals(Money.usd("0.04"), after.saved());
        assertTrue(after.why().contains(ASKED), after.why());
        assertEquals(1, vendor.invoices().size(), "estimates buy nothing");
    }

    private Served<ImageResult> paint(ImageRequest request, boolean similar) throws CallFailedException {
        return market.orchestrator.call(
                ImageGenerator.class, request, options(Routing.by(Routing.Policy.CHEAPEST), similar));
    }

    private static CallOptions options(Routing routing, boolean similar) {
        CallOptions usual = TestMarket.options(Routing.Policy.CHEAPEST);
        return new CallOptions(
                routing,
                usual.projectId(),
                usual.personId(),
                usual.jobId(),
                usual.correlationId(),
                usual.deadline(),
                usual.cancellation(),
                usual.progress(),
                similar);
    }

    private static ImageRequest picture(String prompt, long seed, int width) {
        ShotDescription shot = new ShotDescription(
                prompt, Setting.EXTERIOR, "meadow", "day", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
        return new ImageRequest(shot, "", width, 36, seed, false, List.of());
    }

    private static ImageRequest with(ImageRequest request, List<PersonInShot> people) {
        ShotDescription shot = request.shot();
        ShotDescription peopled = new ShotDescription(
                shot.prompt(),
                shot.setting(),
                shot.place(),
                shot.timeOfDay(),
                shot.weather(),
                shot.season(),
                shot.mood(),
                shot.size(),
                people,
                shot.cast(),
                shot.objects());
        return new ImageRequest(peopled, "", request.width(), request.height(), request.seed(), false, List.of());
    }
}
