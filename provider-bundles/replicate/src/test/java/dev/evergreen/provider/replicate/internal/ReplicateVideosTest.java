package dev.evergreen.provider.replicate.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.evergreen.kit.generation.GeneratedVideos;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.VideoRequest;
import dev.evergreen.spi.provider.VideoResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplicateVideosTest extends ReplicateContract<VideoRequest, VideoResult> {
    private static final byte[] FILM = {0, 0, 0, 24, 'f', 't', 'y', 'p'};

    private static VideoRequest film(String prompt, Duration length, Optional<MediaFile> start) {
        return new VideoRequest(shot(prompt), start, 1920, 1080, length, 7);
    }

    @Override
    Provider<VideoRequest, VideoResult> provider(ReplicateAccount account) {
        return new GeneratedVideos(account.catalogue(), new Predictions(account));
    }

    @Override
    String output(URI file) {
        return "\"" + file + "\"";
    }

    @Override
    byte[] content() {
        return FILM;
    }

    @Override
    protected String orderPath() {
        return "/models/bytedance/seedance-1-lite/predictions";
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
    void withoutAPriceNobodyIsToldThatItIsFree() {
        Provider<VideoRequest, VideoResult> provider = provider();
        assertInstanceOf(
                Quote.Unknown.class, provider.quote(request(), provider.offers().get(0)));
    }
}
