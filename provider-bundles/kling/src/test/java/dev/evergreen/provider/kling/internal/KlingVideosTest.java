package dev.evergreen.provider.kling.internal;

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
import dev.evergreen.tck.TestCall;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KlingVideosTest extends KlingContract<VideoRequest, VideoResult> {
    private static final String TASK = "/v1/videos/text2video/t-1";
    private static final byte[] FILM = {0, 0, 0, 24, 'f', 't', 'y', 'p'};

    @TempDir
    Path files;

    private static VideoRequest film(String prompt, Duration length, Optional<MediaFile> start) {
        return new VideoRequest(KlingVendor.shot(prompt), start, 1920, 1080, length, 7);
    }

    private MediaFile picture(int width, int height) {
        try {
            Path file = files.resolve(width + "x" + height + ".png");
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", file.toFile());
            return new MediaFile(file, "image/png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String succeeded(String address) {
        return KlingVendor.task(
                "succeed",
                ",\"final_unit_deduction\":\"3\",\"task_result\":{\"videos\":[{\"id\":\"v-1\",\"url\":\"" + address
                        + "\",\"duration\":\"3.1\"}]}");
    }

    @Override
    Provider<VideoRequest, VideoResult> provider(KlingAccount account) {
        return new KlingVideos(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/videos/text2video";
    }

    /** Accepted, at work, done. */
    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/videos/text2video").willReturn(okJson(KlingVendor.task("submitted", ""))));
        vendor().stub(post("/v1/videos/image2video").willReturn(okJson(KlingVendor.task("submitted", ""))));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(KlingVendor.task("submitted", "")))
                .willSetStateTo("running"));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs("running")
                .willReturn(okJson(KlingVendor.task("processing", ",\"task_status_msg\":\"\"")))
                .willSetStateTo("done"));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs("done")
                .willReturn(okJson(succeeded(vendor().file("film.mp4").toString()))));
        vendor().stub(get(vendor().file("film.mp4").getPath())
                .willReturn(aResponse().withBody(FILM)));
    }

    @Override
    protected VideoRequest request() {
        return film("Waves break on rocks", Duration.ofMillis(2_400), Optional.empty());
    }

    @Override
    protected List<VideoRequest> unsupported() {
        MediaFile good = picture(400, 300);
        return List.of(
                film("x", Duration.ofSeconds(60), Optional.empty()),
                film("x".repeat(2_501), Duration.ofSeconds(2), Optional.empty()),
                film(" ", Duration.ofSeconds(2), Optional.empty()),
                film("x", Duration.ofSeconds(2), Optional.of(new MediaFile(good.path(), "image/webp"))),
                film("x", Duration.ofSeconds(2), Optional.of(picture(299, 400))),
                film("x", Duration.ofSeconds(2), Optional.of(picture(800, 310))));
    }

    @Override
    protected void check(VideoRequest request, VideoResult result) throws IOException {
        assertArrayEquals(FILM, Files.readAllBytes(result.video().path()));
        assertEquals(Duration.ofMillis(3_100), result.duration());
    }

    @Override
    protected List<Checkpoint> earlierCheckpoints() {
        return List.of(new Checkpoint(
                1,
                Map.of(
                        "task",
                        "t-1",
                        "path",
                        "v1/videos/text2video",
                        "seconds",
                        "3",
                        "since",
                        "2030-01-01T00:00:00Z")));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        List<Misbehaviour> errors = new ArrayList<>(KlingVendor.errors(KlingVideosTest::error));
        errors.add(error(
                "an error hides in a success",
                200,
                KlingVendor.task("submitted", "").replace(":0,", ":1102,"),
                Kind.QUOTA_EXHAUSTED));
        errors.add(error(
                "an unknown error hides in a success",
                200,
                KlingVendor.task("submitted", "").replace(":0,", ":9999,"),
                Kind.BAD_RESPONSE));
        return errors;
    }

    private ProviderException fails(String answer) {
        vendor().stub(get(TASK).willReturn(okJson(answer)));
        Checkpoint task = earlierCheckpoints().get(0);
        KlingVideos films = (KlingVideos) provider();
        return assertThrows(ProviderException.class, () -> films.poll(task, call(files)));
    }

    @Test
    void aTaskThatFailedSaysWhyAndWhatItCost() {
        ProviderException refused =
                fails(KlingVendor.task("failed", ",\"task_status_msg\":\"Failure to pass the risk control system\""));
        assertEquals(Kind.CONTENT_REJECTED, refused.kind());
        ProviderException broken =
                fails(KlingVendor.task("failed", ",\"task_status_msg\":\"Internal\",\"final_unit_deduction\":\"0\""));
        assertEquals(Kind.UNAVAILABLE, broken.kind());
        assertEquals(Optional.of(Money.usd("0")), broken.charge());
    }

    @Test
    void theChargeIsThatOfTheUnits() throws Exception {
        vendor().stub(get(TASK)
                .willReturn(okJson(succeeded(vendor().file("film.mp4").toString()))));
        Outcome.Done<VideoResult> done = assertInstanceOf(
                Outcome.Done.class,
                ((KlingVideos) provider()).poll(earlierCheckpoints().get(0), call(files)));
        check(request(), done.result());
        assertEquals(Optional.of(Money.usd("0.42")), done.charge());
    }

    @Test
    void anOutputInAPrivateNetworkIsNotFetchedButPaid() {
        for (String address : List.of("http://192.168.0.1/a.mp4", "no address")) {
            ProviderException failure = fails(succeeded(address));
            assertEquals(Kind.BAD_RESPONSE, failure.kind(), address);
            assertEquals(Optional.of(Money.usd("0.42")), failure.charge(), address);
        }
    }

    @Test
    void sizeLengthAndPriceAreThoseOfTheModel() {
        Provider<VideoRequest, VideoResult> provider = provider();
        Offer offer = provider.offers().get(0);
        Support.Adjusted<VideoRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(request(), offer));
        assertEquals(1280, adjusted.request().width());
        assertEquals(720, adjusted.request().height());
        assertEquals(Duration.ofSeconds(3), adjusted.request().duration());
        assertEquals(Money.usd("0.252"), ((Quote.Known) provider.quote(adjusted.request(), offer)).ceiling());
    }

    @Test
    void anOrderHasTheCallsIdAndAPictureItsBareBytes() throws Exception {
        Provider<VideoRequest, VideoResult> provider = provider();
        TestCall call = call(files);
        for (Offer offer : provider.offers()) {
            VideoRequest request = film("Waves", Duration.ofSeconds(5), Optional.of(picture(640, 360)));
            assertTrue(!(provider.support(request, offer) instanceof Support.Unsupported), offer.id());
            assertInstanceOf(Outcome.Pending.class, provider.execute(request, offer, call));
        }
        vendor().requests().forEach(request -> {
            String order = request.getBodyAsString();
            assertTrue(order.contains("\"external_task_id\":\"" + call.id() + "\""), order);
            assertTrue(order.contains("\"duration\":\"5\"") && order.contains("\"image\":\"iVBOR"), order);
        });
        assertEquals(provider.offers().size(), vendor().requests().size());
    }
}
