package dev.evergreen.provider.black.forest.labs.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FluxImagesTest extends FluxContract<ImageRequest, ImageResult> {
    private static final String TASK = "/v1/get_result?id=t-1";
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    @TempDir
    Path files;

    private static ImageRequest picture(String prompt, int width, int height, MediaFile... references) {
        ShotDescription shot = new ShotDescription(
                prompt, Setting.EXTERIOR, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
        return new ImageRequest(shot, "", width, height, 7, false, List.of(references));
    }

    private static String task(String status, String more) {
        return "{\"id\":\"t-1\",\"status\":\"" + status + "\"" + more + "}";
    }

    private String ready(String file) {
        return task("Ready", ",\"result\":{\"sample\":\"" + vendor().file(file) + "\"}");
    }

    @Override
    Provider<ImageRequest, ImageResult> provider(FluxAccount account) {
        return new FluxImages(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/flux-2-pro";
    }

    /** Waiting, at work, done. */
    @Override
    protected void stubVendor() {
        vendor().stub(post(urlPathMatching("/v1/flux-[a-z0-9.-]+"))
                .willReturn(okJson("{\"id\":\"t-1\",\"polling_url\":\"" + vendor().address() + TASK
                        + "\",\"cost\":4.5,\"input_mp\":0,\"output_mp\":2.09}")));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(task("Pending", ",\"progress\":null")))
                .willSetStateTo("running"));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs("running")
                .willReturn(okJson(task("Pending", ",\"progress\":0.5")))
                .willSetStateTo("done"));
        vendor().stub(get(TASK).inScenario("task").whenScenarioStateIs("done").willReturn(okJson(ready("a.png"))));
        vendor().stub(get(vendor().file("a.png").getPath())
                .willReturn(aResponse().withBody(PICTURE)));
    }

    @Override
    protected ImageRequest request() {
        return picture("A cat on a roof", 1920, 1080);
    }

    @Override
    protected List<ImageRequest> unsupported() {
        MediaFile text = new MediaFile(files.resolve("a.txt"), "text/plain");
        MediaFile[] nine = new MediaFile[9];
        Arrays.fill(nine, text);
        return List.of(
                picture("no size", 0, 10),
                picture(" ", 100, 100),
                picture("She waves", 100, 100, text),
                picture("All wave", 100, 100, nine));
    }

    @Override
    protected void check(ImageRequest request, ImageResult result) throws IOException {
        assertEquals("image/png", result.image().mediaType());
        assertArrayEquals(PICTURE, Files.readAllBytes(result.image().path()));
    }

    @Override
    protected List<Checkpoint> earlierCheckpoints() {
        return List.of(new Checkpoint(
                1,
                Map.of(
                        "task",
                        "t-1",
                        "address",
                        vendor().address() + TASK,
                        "type",
                        "image/png",
                        "cost",
                        "4.5",
                        "since",
                        "2030-01-01T00:00:00Z")));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(
                error("there are no credits", 402, "{\"detail\":\"Insufficient credits\"}", Kind.QUOTA_EXHAUSTED),
                error(
                        "it does not understand",
                        422,
                        "{\"detail\":[{\"loc\":[\"body\",\"width\"],\"msg\":\"too large\",\"type\":\"less_than\"}]}",
                        Kind.INVALID_REQUEST),
                error("too many tasks run", 429, "{\"detail\":\"Too many active tasks\"}", Kind.RATE_LIMITED),
                error("the key is wrong", 403, "{\"detail\":\"Not authenticated\"}", Kind.AUTHENTICATION),
                error(
                        "its task is asked after at another host",
                        200,
                        "{\"id\":\"t-1\",\"polling_url\":\"https://example.org/v1/get_result?id=t-1\"}",
                        Kind.BAD_RESPONSE));
    }

    private ProviderException fails(String answer) {
        vendor().stub(get(TASK).willReturn(okJson(answer)));
        Checkpoint task = earlierCheckpoints().get(0);
        FluxImages pictures = (FluxImages) provider();
        return assertThrows(ProviderException.class, () -> pictures.poll(task, call(files)));
    }

    @Test
    void refusalsHideInSuccesses() {
        assertEquals(Kind.CONTENT_REJECTED, fails(task("Request Moderated", "")).kind());
        ProviderException moderated =
                fails(task("Content Moderated", ",\"details\":{\"Moderation Reasons\":[\"Derivative Works\"]}"));
        assertEquals(Kind.CONTENT_REJECTED, moderated.kind());
        assertTrue(String.valueOf(moderated.getMessage()).contains("Derivative Works"), moderated::getMessage);
        assertEquals(Kind.UNAVAILABLE, fails(task("Error", "")).kind());
        assertEquals(Kind.BAD_RESPONSE, fails(task("Task not found", "")).kind());
    }

    @Test
    void anAddressThatHasExpiredIsAskedForAgain() throws Exception {
        vendor().stub(get(vendor().file("old.png").getPath())
                .willReturn(aResponse().withStatus(403)));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(ready("old.png")))
                .willSetStateTo("done"));
        Outcome.Done<ImageResult> done = assertInstanceOf(
                Outcome.Done.class,
                ((FluxImages) provider()).poll(earlierCheckpoints().get(0), call(files)));
        check(request(), done.result());
        assertEquals(Optional.of(Money.usd("0.045")), done.charge());
    }

    @Test
    void aPictureInAPrivateNetworkIsNotFetchedButPaid() {
        ProviderException failure = fails(task("Ready", ",\"result\":{\"sample\":\"http://192.168.0.1/a.png\"}"));
        assertEquals(Kind.BAD_RESPONSE, failure.kind());
        assertEquals(Optional.of(Money.usd("0.045")), failure.charge());
    }

    @Test
    void everyModelMakesTheNearestSizeThatItCan() throws Exception {
        Provider<ImageRequest, ImageResult> provider = provider();
        for (Offer offer : provider.offers()) {
            Support.Adjusted<ImageRequest> adjusted =
                    assertInstanceOf(Support.Adjusted.class, provider.support(request(), offer));
            boolean small = offer.id().equals("flux-pro-1.1");
            assertEquals(small ? 1440 : 1920, adjusted.request().width());
            assertEquals(small ? 800 : 1088, adjusted.request().height());
            assertInstanceOf(Support.Supported.class, provider.support(adjusted.request(), offer));
            assertInstanceOf(Outcome.Pending.class, provider.execute(adjusted.request(), offer, call(files)));
        }
        Support.Adjusted<ImageRequest> large = assertInstanceOf(
                Support.Adjusted.class,
                provider.support(
                        picture("A wide field", 8_000, 1_000), provider.offers().get(0)));
        assertTrue((long) large.request().width() * large.request().height() <= 4_000_000, large::toString);
    }

    @Test
    void thePriceIsThatOfTheMegapixels() throws Exception {
        Path file = files.resolve("face.png");
        ImageIO.write(new BufferedImage(1_000, 500, BufferedImage.TYPE_BYTE_BINARY), "png", file.toFile());
        MediaFile face = new MediaFile(file, "image/png");
        Provider<ImageRequest, ImageResult> provider = provider();
        Quote.Known quote = assertInstanceOf(
                Quote.Known.class,
                provider.quote(
                        picture("She waves", 2_000, 1_000, face),
                        provider.offers().get(0)));
        // 0.03 for the first million, 0.015 for the second, of which 2000 x 992 has the larger part, and half a million
        // sent in.
        assertEquals(Money.usd("0.06"), quote.ceiling());
        assertTrue(quote.expected().compareTo(Money.usd("0.0525")) <= 0, quote::toString);
        assertInstanceOf(
                Quote.Unknown.class, provider.quote(request(), provider.offers().get(3)));
    }

    @Test
    void referencesGoAlong() throws Exception {
        MediaFile face = new MediaFile(Files.write(files.resolve("a.png"), PICTURE), "image/png");
        Provider<ImageRequest, ImageResult> provider = provider();
        provider.execute(
                picture("She waves", 1024, 1024, face, face), provider.offers().get(0), call(files));
        String order = vendor().requests().get(0).getBodyAsString();
        assertTrue(order.contains("\"input_image\":") && order.contains("\"input_image_2\":"), order);
    }
}
