package dev.evergreen.provider.luma.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.VideoRequest;
import dev.evergreen.spi.provider.VideoResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LumaVideosTest extends LumaContract<VideoRequest, VideoResult> {
    private static final String TASK = "/v1/generations/g-1";
    private static final byte[] FILM = {0, 0, 0, 24, 'f', 't', 'y', 'p'};

    @TempDir
    Path files;

    private static VideoRequest film(String prompt, Duration length, Optional<MediaFile> start) {
        return new VideoRequest(LumaVendor.shot(prompt), start, 1920, 1080, length, 7);
    }

    private static String task(String state, String more) {
        return LumaVendor.task("video", state, more);
    }

    private String completed(String file) {
        return task("completed", ",\"output\":[{\"type\":\"video\",\"url\":\"" + vendor().file(file) + "\"}]");
    }

    @Override
    Provider<VideoRequest, VideoResult> provider(LumaAccount account) {
        return new LumaVideos(account);
    }

    @Override
    protected String orderPath() {
        return "/generations";
    }

    /** Queued, at work, done. */
    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/generations").willReturn(okJson(task("queued", ""))));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(task("queued", ",\"failure_code\":null,\"output\":null")))
                .willSetStateTo("running"));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs("running")
                .willReturn(okJson(task("processing", "")))
                .willSetStateTo("done"));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs("done")
                .willReturn(okJson(completed("film.mp4"))));
        vendor().stub(get(vendor().file("film.mp4").getPath())
                .willReturn(aResponse().withBody(FILM)));
    }

    @Override
    protected VideoRequest request() {
        return film("Waves break on rocks", Duration.ofMillis(4_400), Optional.empty());
    }

    @Override
    protected List<VideoRequest> unsupported() {
        MediaFile text = new MediaFile(files.resolve("a.txt"), "text/plain");
        return List.of(
                film("x", Duration.ofSeconds(60), Optional.empty()),
                film(" ", Duration.ofSeconds(2), Optional.empty()),
                film("x", Duration.ofSeconds(2), Optional.of(text)));
    }

    @Override
    protected void check(VideoRequest request, VideoResult result) throws IOException {
        assertArrayEquals(FILM, Files.readAllBytes(result.video().path()));
        assertEquals(Duration.ofSeconds(5), result.duration());
    }

    @Override
    protected List<Checkpoint> earlierCheckpoints() {
        return List.of(new Checkpoint(1, Map.of("task", "g-1", "seconds", "5", "since", "2030-01-01T00:00:00Z")));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return LumaVendor.errors(LumaVideosTest::error);
    }

    private ProviderException fails(String answer) {
        vendor().stub(get(TASK).willReturn(okJson(answer)));
        Checkpoint task = earlierCheckpoints().get(0);
        LumaVideos films = (LumaVideos) provider();
        return assertThrows(ProviderException.class, () -> films.poll(task, call(files)));
    }

    @Test
    void aTaskThatFailedSaysWhy() {
        Map<String, Kind> codes = Map.of(
                "content_moderated", Kind.CONTENT_REJECTED,
                "budget_exhausted", Kind.QUOTA_EXHAUSTED,
                "rate_limited", Kind.RATE_LIMITED,
                "corrupt_input", Kind.INVALID_REQUEST,
                "generation_failed", Kind.UNAVAILABLE);
        codes.forEach((code, kind) -> {
            ProviderException failure = fails(
                    task("failed", ",\"failure_code\":\"" + code + "\",\"failure_reason\":\"The vendor's words\""));
            assertEquals(kind, failure.kind(), code);
            assertTrue(String.valueOf(failure.getMessage()).contains("The vendor's words"), failure::getMessage);
        });
    }

    @Test
    void anAddressThatHasExpiredIsAskedForAgain() throws Exception {
        vendor().stub(get(vendor().file("old.mp4").getPath())
                .willReturn(aResponse().withStatus(403)));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(completed("old.mp4")))
                .willSetStateTo("done"));
        Outcome.Done<VideoResult> done = assertInstanceOf(
                Outcome.Done.class,
                ((LumaVideos) provider()).poll(earlierCheckpoints().get(0), call(files)));
        check(request(), done.result());
    }

    @Test
    void anOutputInAPrivateNetworkIsNotFetched() {
        assertEquals(
                Kind.BAD_RESPONSE,
                fails(task("completed", ",\"output\":[{\"type\":\"video\",\"url\":\"http://10.0.0.1/a.mp4\"}]"))
                        .kind());
    }

    @Test
    void sizeAndLengthAreThoseOfTheModel() {
        Provider<VideoRequest, VideoResult> provider = provider();
        Offer offer = provider.offers().get(0);
        VideoRequest small =
                new VideoRequest(LumaVendor.shot("Waves"), Optional.empty(), 1000, 562, Duration.ofMillis(5_001), 7);
        Support.Adjusted<VideoRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(small, offer));
        assertEquals(1280, adjusted.request().width());
        assertEquals(720, adjusted.request().height());
        assertEquals(Duration.ofSeconds(10), adjusted.request().duration());
        assertInstanceOf(Support.Supported.class, provider.support(adjusted.request(), offer));
    }

    @Test
    void thePriceIsThatOfTheResolutionOnceItIsSet() {
        Provider<VideoRequest, VideoResult> provider = provider();
        assertInstanceOf(
                Quote.Unknown.class, provider.quote(request(), provider.offers().get(0)));
        String models = "[{\"id\":\"ray-3.2\",\"prices\":{\"second.1080p\":\"0.20\"}}]";
        Settings priced = Settings.of(Luma.class, "luma", Map.of("apiKey", "secret:1", "models", models));
        try (LumaAccount account = new LumaAccount(priced, SECRETS, Clock.systemUTC())) {
            LumaVideos films = new LumaVideos(account);
            Quote.Known quote = assertInstanceOf(
                    Quote.Known.class, films.quote(request(), films.offers().get(0)));
            assertEquals(Money.usd("1.00"), quote.ceiling());
        }
    }

    @Test
    void aFirstPictureGoesAlong() throws Exception {
        MediaFile picture = new MediaFile(Files.write(files.resolve("a.png"), new byte[] {1, 2, 3}), "image/png");
        VideoRequest request = film("Waves", Duration.ofSeconds(5), Optional.of(picture));
        Provider<VideoRequest, VideoResult> provider = provider();
        Offer offer = provider.offers().get(0);
        assertInstanceOf(Support.Supported.class, provider.support(request, offer));
        assertInstanceOf(Outcome.Pending.class, provider.execute(request, offer, call(files)));
        String order = vendor().requests().get(0).getBodyAsString();
        assertTrue(order.contains("\"start_frame\"") && order.contains("\"duration\":\"5s\""), order);
    }
}
