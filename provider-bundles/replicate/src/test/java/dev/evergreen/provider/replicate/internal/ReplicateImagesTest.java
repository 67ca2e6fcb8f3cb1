package dev.evergreen.provider.replicate.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.generation.GeneratedImages;
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
import dev.evergreen.tck.TestCall;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplicateImagesTest extends ReplicateContract<ImageRequest, ImageResult> {
    private static final String TIMED = """
            [{"id": "someone/timed", "capabilities": ["ImageGenerator"],
              "prices": {"compute-second": "0.001"}, "limits": {"compute-seconds": 60},
              "options": {"version": "5c7d5dc6", "input": "{\\"prompt\\": \\"{prompt}\\", \\"images\\": \\"{references}\\"}"}}]
            """;

    private static ImageRequest picture(String prompt, int width, List<MediaFile> references) {
        return new ImageRequest(shot(prompt), "", width, 1080, 7, false, references);
    }

    @Override
    Provider<ImageRequest, ImageResult> provider(ReplicateAccount account) {
        return new GeneratedImages(account.catalogue(), new Predictions(account));
    }

    @Override
    String output(URI file) {
        return "[\"" + file + "\"]";
    }

    @Override
    byte[] content() {
        return "picture".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String orderPath() {
        return "/models/black-forest-labs/flux-schnell/predictions";
    }

    @Override
    protected ImageRequest request() {
        return picture("A lighthouse", 1920, List.of());
    }

    @Override
    protected List<ImageRequest> unsupported() {
        MediaFile missing = new MediaFile(files.resolve("missing.png"), "image/png");
        return List.of(
                picture("x".repeat(5_001), 1920, List.of()),
                picture(" ", 1920, List.of()),
                picture("x", 0, List.of()),
                picture("x", 1920, List.of(missing)));
    }

    @Override
    protected void check(ImageRequest request, ImageResult result) throws IOException {
        assertEquals("picture", Files.readString(result.image().path()));
        assertEquals(1344, request.width());
    }

    @Test
    void theModelsInputIsFilledAsItsConfigurationSays() throws Exception {
        Provider<ImageRequest, ImageResult> provider = provider();
        provider.execute(request(), provider.offers().get(0), call(files));
        assertEquals(
                "{\"input\":{\"prompt\":\"A lighthouse\",\"aspect_ratio\":\"16:9\",\"seed\":7,\"num_outputs\":1,"
                        + "\"output_format\":\"png\"}}",
                vendor().requests().get(0).getBodyAsString());
    }

    @Test
    void sidesAreRoundedToWhatTheModelMakes() {
        Provider<ImageRequest, ImageResult> provider = provider();
        Offer pro = provider.offers().get(1);
        Support.Adjusted<ImageRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(request(), pro));
        assertEquals(1440, adjusted.request().width());
        assertEquals(800, adjusted.request().height());
        assertEquals(Money.usd("0.04"), ((Quote.Known) provider.quote(adjusted.request(), pro)).ceiling());
    }

    @Test
    void aModelThatIsSoldByTimeCostsTheTimeThatItTook() throws Exception {
        vendor().stub(post("/predictions")
                .willReturn(okJson(prediction("starting", "null", "")).withStatus(201)));
        vendor().stub(post("/files")
                .willReturn(okJson("{\"id\":\"f\",\"content_type\":\"image/png\",\"size\":300000,\"checksums\":{},"
                                + "\"metadata\":{},\"created_at\":\"2026-11-22T10:00:00Z\","
                                + "\"expires_at\":\"2026-11-23T10:00:00Z\",\"etag\":\"e\","
                                + "\"urls\":{\"get\":\"https://api.replicate.com/v1/files/f\"}}")
                        .withStatus(201)));
        Path small = Files.write(files.resolve("small.png"), new byte[] {1, 2, 3});
        Path large = Files.write(files.resolve("large.png"), new byte[300_000]);
        ImageRequest request = picture(
                "A lighthouse", 1920, List.of(new MediaFile(small, "image/png"), new MediaFile(large, "image/png")));
        Provider<ImageRequest, ImageResult> provider = provider(account(vendor().address(), 60, TIMED));
        Offer timed = provider.offers().get(provider.offers().size() - 1);
        assertEquals(Money.usd("0.06"), ((Quote.Known) provider.quote(request, timed)).ceiling());
        TestCall call = call(files);
        Outcome.Pending<ImageResult> pending =
                assertInstanceOf(Outcome.Pending.class, provider.execute(request, timed, call));
        assertEquals(List.of(pending.checkpoint()), call.checkpoints());
        String order = vendor().requests().stream()
                .filter(one -> one.getUrl().equals("/predictions"))
                .findFirst()
                .orElseThrow()
                .getBodyAsString();
        assertTrue(
                order.contains("\"images\":[\"data:image/png;base64,AQID\",\"https://api.replicate.com/v1/files/f\"]"),
                order);
        assertTrue(order.contains("\"version\":\"5c7d5dc6\""), order);
        GeneratedImages images = (GeneratedImages) provider;
        assertInstanceOf(Outcome.Pending.class, images.poll(pending.checkpoint(), call));
        Outcome.Done<ImageResult> done = assertInstanceOf(Outcome.Done.class, images.poll(pending.checkpoint(), call));
        assertEquals(Optional.of(Money.usd("0.0025")), done.charge());
    }

    @Test
    void whatFailedSaysWhyAndWhatItCost() {
        ReplicateAccount account = account(vendor().address(), 60, TIMED);
        String failed = prediction("failed", "null", ",\"metrics\":{\"predict_time\":1}");
        ProviderException refused = fails(
                failed.replace("\"error\":null", "\"error\":\"The input or output was flagged as sensitive. (E005)\""),
                account,
                "someone/timed");
        assertEquals(Kind.CONTENT_REJECTED, refused.kind());
        assertEquals(Optional.of(Money.usd("0.001")), refused.charge());
        assertEquals(
                Kind.UNAVAILABLE,
                fails(failed.replace("\"error\":null", "\"error\":\"CUDA out of memory\""), account, "someone/timed")
                        .kind());
        assertEquals(
                Kind.CANCELLED,
                fails(prediction("aborted", "null", ""), account, "x").kind());
        assertEquals(
                Kind.BAD_RESPONSE,
                fails(prediction("succeeded", "\"no file\"", ""), account, "x").kind());
        assertEquals(
                Kind.BAD_RESPONSE,
                fails(prediction("succeeded", "null", "").replace("removed\":false", "removed\":true"), account, "x")
                        .kind());
    }

    @Test
    void whatIsGivenUpIsStopped() throws Exception {
        TestCall call = call(files);
        call.cancel();
        ((GeneratedImages) provider()).cancel(new Checkpoint(1, Map.of("task", ID)), call);
        assertEquals(TASK + "/cancel", vendor().requests().get(0).getUrl());
    }

    @Test
    void theRestThatTheVendorAsksForIsKept() {
        vendor().stub(get(TASK)
                .willReturn(okJson("{\"detail\":\"Your rate limit resets in ~30s.\",\"status\":429}")
                        .withStatus(429)));
        ProviderException busy = assertThrows(
                ProviderException.class,
                () -> ((GeneratedImages) provider()).poll(earlierCheckpoints().get(0), call(files)));
        assertEquals(Optional.of(Duration.ofSeconds(30)), busy.retryAfter());
    }
}
