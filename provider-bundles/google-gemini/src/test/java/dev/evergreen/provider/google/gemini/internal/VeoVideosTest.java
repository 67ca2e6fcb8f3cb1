package dev.evergreen.provider.google.gemini.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VeoVideosTest extends GeminiContract<VideoRequest, VideoResult> {
    private static final String NAME = "models/veo-3.1-generate-preview/operations/abc";
    private static final String OPERATION = "/v1beta/" + NAME;
    private static final String DOWNLOAD = "/v1beta/files/f1:download";
    private static final byte[] FILM = {0, 0, 0, 24, 'f', 't', 'y', 'p'};

    @TempDir
    Path files;

    private static VideoRequest film(String prompt, int width, int height, Duration length, Optional<MediaFile> start) {
        return new VideoRequest(shot(prompt), start, width, height, length, 7);
    }

    private String done(String response) {
        return "{\"name\":\"" + NAME + "\",\"done\":true,\"response\":{\"generateVideoResponse\":" + response + "}}";
    }

    @Override
    Provider<VideoRequest, VideoResult> provider(GeminiAccount account) {
        return new VeoVideos(account);
    }

    @Override
    protected String orderPath() {
        return "/v1beta/models/veo-3.1-generate-preview:predictLongRunning";
    }

    /** At work, done; and the film's address sends on to another place. */
    @Override
    protected void stubVendor() {
        vendor().stub(post(orderPath()).willReturn(okJson("{\"name\":\"" + NAME + "\"}")));
        vendor().stub(get(OPERATION)
                .inScenario("operation")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("{\"name\":\"" + NAME + "\"}"))
                .willSetStateTo("done"));
        vendor().stub(get(OPERATION)
                .inScenario("operation")
                .whenScenarioStateIs("done")
                .willReturn(okJson(done("{\"generatedSamples\":[{\"video\":{\"uri\":\"" + vendor().address() + DOWNLOAD
                        + "?alt=media\"}}]}"))));
        vendor().stub(get(urlPathEqualTo(DOWNLOAD))
                .willReturn(aResponse()
                        .withStatus(302)
                        .withHeader("Location", vendor().file("film.mp4").toString())));
        vendor().stub(get(vendor().file("film.mp4").getPath())
                .willReturn(aResponse().withBody(FILM)));
    }

    @Override
    protected VideoRequest request() {
        return film("Waves break on rocks", 1280, 720, Duration.ofMillis(4_400), Optional.empty());
    }

    @Override
    protected List<VideoRequest> unsupported() {
        MediaFile text = new MediaFile(files.resolve("a.txt"), "text/plain");
        return List.of(
                film("x", 1280, 720, Duration.ofSeconds(60), Optional.empty()),
                film("", 1280, 720, Duration.ofSeconds(4), Optional.empty()),
                film("x".repeat(10_000), 1280, 720, Duration.ofSeconds(4), Optional.empty()),
                film("x", 1280, 720, Duration.ofSeconds(4), Optional.of(text)));
    }

    @Override
    protected void check(VideoRequest request, VideoResult result) throws IOException {
        assertArrayEquals(FILM, Files.readAllBytes(result.video().path()));
        assertEquals(Duration.ofSeconds(6), result.duration());
    }

    @Override
    protected List<Checkpoint> earlierCheckpoints() {
        return List.of(new Checkpoint(1, Map.of("task", NAME, "seconds", "6", "since", "2030-01-01T00:00:00Z")));
    }

    private ProviderException fails(String answer) {
        vendor().stub(get(OPERATION).willReturn(okJson(answer)));
        VeoVideos films = (VeoVideos) provider();
        return assertThrows(
                ProviderException.class, () -> films.poll(earlierCheckpoints().get(0), call(files)));
    }

    @Test
    void theKeyGoesToTheVendorAndNotWhereItSendsUsOn() throws Exception {
        VeoVideos films = (VeoVideos) provider();
        Checkpoint task = earlierCheckpoints().get(0);
        assertInstanceOf(Outcome.Pending.class, films.poll(task, call(files)));
        assertInstanceOf(Outcome.Done.class, films.poll(task, call(files)));
        for (LoggedRequest request : vendor().requests()) {
            boolean elsewhere = request.getUrl().startsWith(vendor().file("").getPath());
            assertEquals(!elsewhere, request.containsHeader("x-goog-api-key"), request.getUrl());
        }
        assertFalse(vendor().requests().isEmpty());
    }

    @Test
    void refusalsAndErrorsHideInSuccesses() {
        ProviderException refused =
                fails(done("{\"raiMediaFilteredCount\":1,\"raiMediaFilteredReasons\":[\"Not that\"]}"));
        assertEquals(Kind.CONTENT_REJECTED, refused.kind());
        assertEquals(Optional.of(Money.free()), refused.charge());
        assertEquals(Kind.BAD_RESPONSE, fails(done("{}")).kind());
        assertEquals(
                Kind.INVALID_REQUEST,
                fails("{\"name\":\"" + NAME + "\",\"done\":true,\"error\":{\"code\":3,\"message\":\"no\"}}")
                        .kind());
        assertEquals(
                Kind.UNAVAILABLE,
                fails("{\"name\":\"" + NAME + "\",\"done\":true,\"error\":{\"code\":13,\"message\":\"no\"}}")
                        .kind());
    }

    @Test
    void aStoredTaskOfAnotherKindIsNotAskedAfter() {
        VeoVideos films = (VeoVideos) provider();
        Checkpoint strange = new Checkpoint(1, Map.of("task", "files/f1:download?alt=media"));
        assertEquals(
                Kind.BAD_RESPONSE,
                assertThrows(ProviderException.class, () -> films.poll(strange, call(files)))
                        .kind());
    }

    @Test
    void largeFilmsHaveOneLengthAndAreUpright() {
        Provider<VideoRequest, VideoResult> provider = provider();
        Offer offer = provider.offers().get(0);
        VideoRequest upright = film("x", 1080, 1920, Duration.ofSeconds(3), Optional.empty());
        Support.Adjusted<VideoRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(upright, offer));
        assertEquals(Duration.ofSeconds(8), adjusted.request().duration());
        assertEquals(Money.usd("3.2"), ((Quote.Known) provider.quote(adjusted.request(), offer)).ceiling());
    }
}
