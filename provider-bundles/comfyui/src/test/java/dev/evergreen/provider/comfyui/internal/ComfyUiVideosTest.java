package dev.evergreen.provider.comfyui.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.generation.GeneratedVideos;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.VideoRequest;
import dev.evergreen.spi.provider.VideoResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A workflow of the operator's own that makes a picture move. */
class ComfyUiVideosTest extends ComfyUiContract<VideoRequest, VideoResult> {
    private static final byte[] FILM = {0, 0, 0, 24, 'f', 't', 'y', 'p'};
    private static final String MODELS = """
            [{"id": "own", "capabilities": ["VideoGenerator"], "prices": {"run": "0"},
              "limits": {"frame-rate": 16, "side-multiple": 16, "pixels": 400000, "prompt-characters": 500},
              "options": {"seconds": "1-5", "start": "required", "input": "{\\"1\\": {\\"class_type\\": \\"LoadImage\\", \\"inputs\\": {\\"image\\": \\"{start}\\"}}, \\"2\\": {\\"class_type\\": \\"Moves\\", \\"inputs\\": {\\"length\\": \\"{frames}\\", \\"text\\": \\"{prompt}\\", \\"image\\": [\\"1\\", 0]}}}"}}]
            """;

    private static VideoRequest film(String prompt, Duration length, Optional<MediaFile> start) {
        return new VideoRequest(shot(prompt), start, 1920, 1080, length, 7);
    }

    private Optional<MediaFile> start() {
        try {
            Path picture = Files.write(files.resolve("a.png"), new byte[] {1, 2, 3});
            return Optional.of(new MediaFile(picture, "image/png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Provider<VideoRequest, VideoResult> provider(URI base, int timeoutSeconds) {
        return provider(account(base, timeoutSeconds, MODELS));
    }

    @Override
    Provider<VideoRequest, VideoResult> provider(ComfyUiAccount account) {
        return new GeneratedVideos(account.catalogue(), new Workflows(account));
    }

    @Override
    protected String orderPath() {
        return "/upload/image";
    }

    /** The upload comes first, and has no errors of its own; those of the order are in the test of pictures. */
    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of();
    }

    @Override
    String outputs() {
        return "{\"9\":{\"gifs\":[{\"filename\":\"film.mp4\",\"subfolder\":\"\",\"type\":\"output\"}]}}";
    }

    @Override
    byte[] content() {
        return FILM;
    }

    @Override
    protected VideoRequest request() {
        return film("Waves break on rocks", Duration.ofMillis(4_400), start());
    }

    @Override
    protected List<VideoRequest> unsupported() {
        return List.of(
                film("x", Duration.ofSeconds(60), start()),
                film("x", Duration.ofSeconds(5), Optional.empty()),
                film("x".repeat(501), Duration.ofSeconds(5), start()));
    }

    @Override
    protected void check(VideoRequest request, VideoResult result) throws IOException {
        assertArrayEquals(FILM, Files.readAllBytes(result.video().path()));
        assertEquals(Duration.ofSeconds(5), result.duration());
        assertTrue(vendor().requests().stream()
                .filter(one -> one.getUrl().equals("/prompt"))
                .allMatch(one -> one.getBodyAsString().contains("\"image\":\"a.png\"")
                        && one.getBodyAsString().contains("\"length\":81")));
    }
}
