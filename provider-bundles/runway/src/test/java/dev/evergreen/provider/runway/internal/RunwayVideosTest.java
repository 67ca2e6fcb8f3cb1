package dev.evergreen.provider.runway.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
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
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.tck.TestCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunwayVideosTest extends RunwayContract<VideoRequest, VideoResult> {
    private static final String ID = "17f20503-6c24-4c16-946b-35dbbce2af2f";
    private static final String TASK = "/v1/tasks/" + ID;
    private static final byte[] FILM = {0, 0, 0, 24, 'f', 't', 'y', 'p'};

    @TempDir
    Path files;

    static ShotDescription shot(String prompt) {
        return new ShotDescription(
                prompt, Setting.EXTERIOR, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
    }

    private static VideoRequest film(String prompt, Duration length, Optional<MediaFile> start) {
        return new VideoRequest(shot(prompt), start, 1920, 1080, length, 7);
    }

    static String task(String status, String more) {
        return "{\"id\":\"" + ID + "\",\"createdAt\":\"2026-11-22T10:00:00.000Z\",\"status\":\"" + status + "\"" + more
                + "}";
    }

    private String succeeded(String file) {
        return task("SUCCEEDED", ",\"output\":[\"" + vendor().file(file) + "\"],\"cost\":{\"credits\":36}");
    }

    @Override
    Provider<VideoRequest, VideoResult> provider(RunwayAccount account) {
        return new RunwayVideos(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/text_to_video";
    }

    /** Queued, at work, done. */
    @Override
    protected void stubVendor() {
        String order = "{\"id\":\"" + ID + "\",\"estimatedCost\":{\"credits\":36}}";
        vendor().stub(post("/v1/text_to_video").willReturn(okJson(order)));
        vendor().stub(post("/v1/image_to_video").willReturn(okJson(order)));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(task("THROTTLED", ",\"estimatedCost\":{\"credits\":36}")))
                .willSetStateTo("running"));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs("running")
                .willReturn(okJson(task("RUNNING", ",\"progress\":0.5,\"estimatedCost\":{\"credits\":36}")))
                .willSetStateTo("done"));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs("done")
                .willReturn(okJson(succeeded("film.mp4"))));
        vendor().stub(get(vendor().file("film.mp4").getPath())
                .willReturn(aResponse().withBody(FILM)));
        vendor().stub(delete(TASK).willReturn(aResponse().withStatus(204)));
    }

    @Override
    protected VideoRequest request() {
        return film("Waves break on rocks", Duration.ofMillis(2_400), Optional.empty());
    }

    @Override
    protected List<VideoRequest> unsupported() {
        MediaFile text = new MediaFile(files.resolve("a.txt"), "text/plain");
        return List.of(
                film("x", Duration.ofSeconds(60), Optional.empty()),
                film("x".repeat(1_001), Duration.ofSeconds(2), Optional.empty()),
                film("x", Duration.ofSeconds(2), Optional.of(text)));
    }

    @Override
    protected void check(VideoRequest request, VideoResult result) throws IOException {
        assertArrayEquals(FILM, Files.readAllBytes(result.video().path()));
        assertEquals(Duration.ofSeconds(3), result.duration());
    }

    @Override
    protected List<Checkpoint> earlierCheckpoints() {
        return List.of(new Checkpoint(1, Map.of("task", ID, "seconds", "3", "since", "2030-01-01T00:00:00Z")));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        List<Misbehaviour> errors = new ArrayList<>();
        errors.add(error(
                "it does not understand", 400, "{\"error\":\"Validation of body failed\"}", Kind.INVALID_REQUEST));
        errors.add(error(
                "there are no credits",
                400,
                "{\"error\":\"You do not have enough credits to run this task.\"}",
                Kind.QUOTA_EXHAUSTED));
        errors.add(error(
                "the day is used up",
                429,
                "{\"error\":\"You have reached the daily task limit\"}",
                Kind.QUOTA_EXHAUSTED));
        return errors;
    }

    private ProviderException fails(String answer) {
        vendor().stub(get(TASK).willReturn(okJson(answer)));
        Checkpoint task = earlierCheckpoints().get(0);
        RunwayVideos films = (RunwayVideos) provider();
        return assertThrows(ProviderException.class, () -> films.poll(task, call(files)));
    }

    @Test
    void aTaskThatFailedSaysWhyAndWhatItCost() {
        ProviderException unsafe = fails(task(
                "FAILED", ",\"failure\":\"Not that\",\"failureCode\":\"SAFETY.INPUT.TEXT\",\"cost\":{\"credits\":36}"));
        assertEquals(Kind.CONTENT_REJECTED, unsafe.kind());
        assertEquals(Optional.of(Money.usd("0.36")), unsafe.charge());
        assertEquals(
                Kind.UNAVAILABLE,
                fails(
                                task(
                                        "FAILED",
                                        ",\"failure\":\"Ours\",\"failureCode\":\"INTERNAL.BAD_OUTPUT.CODE01\",\"cost\":{\"credits\":0}"))
                        .kind());
        assertEquals(
                Kind.INVALID_REQUEST,
                fails(task(
                                "FAILED",
                                ",\"failure\":\"Yours\",\"failureCode\":\"ASSET.INVALID\",\"cost\":{\"credits\":0}"))
                        .kind());
        assertEquals(
                Kind.CANCELLED,
                fails(task("CANCELLED", ",\"cost\":{\"credits\":0}")).kind());
    }

    @Test
    void anAddressThatHasExpiredIsAskedForAgain() throws Exception {
        vendor().stub(get(vendor().file("old.mp4").getPath())
                .willReturn(aResponse().withStatus(403)));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(succeeded("old.mp4")))
                .willSetStateTo("done"));
        Outcome<VideoResult> outcome =
                ((RunwayVideos) provider()).poll(earlierCheckpoints().get(0), call(files));
        Outcome.Done<VideoResult> done = assertInstanceOf(Outcome.Done.class, outcome);
        check(request(), done.result());
        assertEquals(Optional.of(Money.usd("0.36")), done.charge());
    }

    @Test
    void anOutputInAPrivateNetworkIsNotFetchedButPaid() {
        ProviderException failure =
                fails(task("SUCCEEDED", ",\"output\":[\"http://192.168.0.1/a.mp4\"],\"cost\":{\"credits\":36}"));
        assertEquals(Kind.BAD_RESPONSE, failure.kind());
        assertEquals(Optional.of(Money.usd("0.36")), failure.charge());
    }

    @Test
    void aTaskThatIsGivenUpIsStopped() throws Exception {
        TestCall call = call(files);
        call.cancel();
        ((RunwayVideos) provider()).cancel(earlierCheckpoints().get(0), call);
        assertTrue(vendor().requests().stream()
                .anyMatch(one -> one.getMethod().getName().equals("DELETE")));
    }

    @Test
    void sizeAndLengthAreThoseOfTheModel() {
        Provider<VideoRequest, VideoResult> provider = provider();
        Offer offer = provider.offers().get(0);
        Support.Adjusted<VideoRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(request(), offer));
        assertEquals(1280, adjusted.request().width());
        assertEquals(Duration.ofSeconds(3), adjusted.request().duration());
        assertEquals(Money.usd("0.36"), ((Quote.Known) provider.quote(adjusted.request(), offer)).ceiling());
    }

    @Test
    void aFirstPictureGoesAlong() throws Exception {
        Path picture = Files.write(files.resolve("a.png"), new byte[] {1, 2, 3});
        VideoRequest request = film("Waves", Duration.ofSeconds(2), Optional.of(new MediaFile(picture, "image/png")));
        Provider<VideoRequest, VideoResult> provider = provider();
        Offer offer = provider.offers().get(1);
        Support.Adjusted<VideoRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(request, offer));
        assertInstanceOf(Outcome.Pending.class, provider.execute(adjusted.request(), offer, call(files)));
    }
}
