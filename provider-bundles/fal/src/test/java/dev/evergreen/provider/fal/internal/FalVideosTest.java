package dev.evergreen.provider.fal.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.evergreen.kit.generation.GeneratedVideos;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.VideoRequest;
import dev.evergreen.spi.provider.VideoResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FalVideosTest extends FalContract<VideoRequest, VideoResult> {
    private static final byte[] FILM = {0, 0, 0, 24, 'f', 't', 'y', 'p'};

    private static VideoRequest film(String prompt, Duration length, Optional<MediaFile> start) {
        return new VideoRequest(shot(prompt), start, 1920, 1080, length, 7);
    }

    @Override
    Provider<VideoRequest, VideoResult> provider(FalAccount account) {
        return new GeneratedVideos(account.catalogue(), new FalQueue(account));
    }

    @Override
    String output(URI file) {
        return "{\"video\":{\"url\":\"" + file + "\"}}";
    }

    @Override
    byte[] content() {
        return FILM;
    }

    @Override
    protected String orderPath() {
        return "/fal-ai/pika/v2.2/text-to-video";
    }

    @Override
    protected VideoRequest request() {
        return film("Waves break on rocks", Duration.ofMillis(2_400), Optional.empty());
    }

    @Override
    protected List<VideoRequest> unsupported() {
        MediaFile missing = new MediaFile(files.resolve("missing.png"), "image/png");
        return List.of(
                film("x", Duration.ofSeconds(60), Optional.empty()),
                film("x", Duration.ZERO, Optional.empty()),
                film("", Duration.ofSeconds(5), Optional.empty()),
                film("x", Duration.ofSeconds(5), Optional.of(missing)));
    }

    @Override
    protected void check(VideoRequest request, VideoResult result) throws IOException {
        assertArrayEquals(FILM, Files.readAllBytes(result.video().path()));
        assertEquals(Duration.ofSeconds(5), result.duration());
    }

    @Test
    void aFirstPictureGoesAlong() throws Exception {
        Path picture = Files.write(files.resolve("a.png"), new byte[] {1, 2, 3});
        VideoRequest request = film("Waves", Duration.ofSeconds(5), Optional.of(new MediaFile(picture, "image/png")));
        Provider<VideoRequest, VideoResult> provider = provider();
        assertInstanceOf(
                Support.Unsupported.class,
                provider.support(request, provider.offers().get(0)));
        assertInstanceOf(
                Support.Adjusted.class,
                provider.support(request, provider.offers().get(1)));
        String address = vendor().address() + task();
        vendor().stub(post("/fal-ai/pika/v2.2/image-to-video")
                .willReturn(okJson("{\"request_id\":\"" + ID + "\",\"response_url\":\"" + address
                        + "\",\"status_url\":\"" + address + "/status\",\"cancel_url\":\"" + address + "/cancel\"}")));
        assertInstanceOf(
                Outcome.Pending.class,
                provider.execute(request, provider.offers().get(1), call(files)));
        assertEquals(
                "{\"prompt\":\"Waves\",\"image_url\":\"data:image/png;base64,AQID\",\"duration\":5,"
                        + "\"resolution\":\"720p\",\"seed\":7}",
                vendor().requests().get(0).getBodyAsString());
    }

    @Test
    void withoutAPriceNobodyIsToldThatItIsFree() {
        Provider<VideoRequest, VideoResult> provider = provider();
        assertInstanceOf(
                Quote.Unknown.class, provider.quote(request(), provider.offers().get(0)));
    }
}
