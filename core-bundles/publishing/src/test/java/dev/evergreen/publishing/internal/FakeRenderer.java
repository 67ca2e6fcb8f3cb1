package dev.evergreen.publishing.internal;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.CheckReport;
import dev.evergreen.media.Checks;
import dev.evergreen.media.FilmFacts;
import dev.evergreen.media.Finding;
import dev.evergreen.media.Loudness;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderProgress;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.RenderStage;
import dev.evergreen.media.Renderer;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes three bytes for a film. */
final class FakeRenderer implements Renderer {
    private static final EncodingPlan PLAN = new EncodingPlan(
            Container.WEBM,
            new VideoEncoding(VideoCodec.VP9, 32, 0, 60, 0, Map.of()),
            new AudioEncoding(AudioCodec.OPUS, 128_000, -14, -1),
            List.of());

    Optional<MediaException.Kind> refusal = Optional.empty();
    Optional<MediaException.Kind> failure = Optional.empty();
    ExportRequest planned = new ExportRequest("", Map.of(), 1);

    @Override
    public EncodingPlan plan(String exporterId, ExportRequest request, Canvas canvas) throws MediaException {
        if (refusal.isPresent()) {
            throw new MediaException(refusal.get(), "Refused.");
        }
        planned = request;
        return PLAN;
    }

    @Override
    public RenderResult render(RenderRequest request, BlobReader blobs, RenderListener listener) throws MediaException {
        listener.progress(new RenderProgress(RenderStage.PICTURES, 0.5, 15, 30));
        if (listener.cancelled()) {
            throw new MediaException(MediaException.Kind.CANCELLED, "Stopped.");
        }
        try {
            Files.writeString(request.output(), "abc");
            Path captions = Path.of(request.output().toString().replace(".webm", ".srt"));
            Files.writeString(captions, "1");
            if (failure.isPresent()) {
                throw new MediaException(failure.get(), "Failed.");
            }
            return new RenderResult(
                    request.output(), List.of(captions), 30, Duration.ofSeconds(1), 1, 0, false, new Loudness(-12, -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class FakeChecks implements Checks {
        @Override
        public CheckReport check(Path film, TimelineSnapshot timeline, EncodingPlan encoding, BlobReader blobs) {
            FilmFacts facts = new FilmFacts(
                    "webm",
                    "vp9",
                    "",
                    640,
                    360,
                    new FrameRate(30, 1),
                    30,
                    "yuv420p",
                    FilmFacts.Colour.BT709,
                    "opus",
                    48_000,
                    2,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ZERO,
                    true,
                    3);
            return new CheckReport(
                    facts,
                    new Loudness(-12, -1),
                    List.of(),
                    List.of(Finding.whole("loudness", true, "The loudness is -12 LUFS.")));
        }
    }
}
