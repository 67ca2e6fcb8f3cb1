package dev.evergreen.media.internal.render;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.Loudness;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.VideoEncoder;
import dev.evergreen.media.internal.compile.SegmentPlan;
import dev.evergreen.media.internal.compile.TimelineCompiler;
import dev.evergreen.media.internal.draw.DrawContext;
import dev.evergreen.media.internal.draw.SegmentPainter;
import dev.evergreen.media.internal.draw.StillStore;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** Makes a picture of one frame of a film. */
final class StillWork {
    /** The option of the encoding that names the frame. */
    private static final String FRAME = "frame";

    private final RenderEngine engine;
    private final RenderRequest request;
    private final BlobReader blobs;

    StillWork(RenderEngine engine, RenderRequest request, BlobReader blobs) {
        this.engine = engine;
        this.request = request;
        this.blobs = blobs;
    }

    RenderResult run() throws MediaException {
        TimelineSnapshot timeline = FilmOutline.resized(request.timeline(), request.encoding());
        VideoEncoding asked = request.encoding().pictures().orElseThrow();
        long frame = Long.parseLong(asked.options().getOrDefault(FRAME, "0"));
        if (frame < 0 || frame >= timeline.durationFrames()) {
            throw new MediaException(
                    MediaException.Kind.INVALID_TIMELINE,
                    "The film has no frame " + frame + "; choose 0 to " + (timeline.durationFrames() - 1));
        }
        TreeMap<String, String> options = new TreeMap<>(asked.options());
        options.remove(FRAME);
        VideoEncoding encoding = new VideoEncoding(asked.codec(), asked.quality(), 0, 1, 0, options);
        new Inspection(engine.plugins(), engine.fonts()).inspect(timeline);
        for (SegmentPlan segment : TimelineCompiler.compile(timeline, asked)) {
            if (frame >= segment.firstFrame() && frame < segment.firstFrame() + segment.frames()) {
                return write(draw(segment, (int) (frame - segment.firstFrame()), encoding));
            }
        }
        throw new MediaException(MediaException.Kind.ENGINE, "No segment of the film holds its frame " + frame);
    }

    private byte[] draw(SegmentPlan segment, int frame, VideoEncoding encoding) throws MediaException {
        StillStore stills = new StillStore(blobs, engine.stillRoom());
        DrawContext context = new DrawContext(blobs, stills, engine.plugins(), engine.fonts());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SegmentPainter painter = new SegmentPainter(segment, context, new LayerScratch());
                Picture picture =
                        new Picture(segment.canvas().width(), segment.canvas().height());
                VideoEncoder encoder =
                        new VideoEncoder(segment.canvas(), encoding, packet -> bytes.writeBytes(packet.data()))) {
            // Moving pictures are read in order only.
            for (int i = 0; i <= frame; i++) {
                painter.draw(i, picture);
            }
            encoder.send(picture, 0);
            encoder.finish();
            return bytes.toByteArray();
        } catch (AvException e) {
            throw new MediaException(MediaException.Kind.ENGINE, "The picture cannot be made: " + e.getMessage(), e);
        }
    }

    private RenderResult write(byte[] bytes) throws MediaException {
        Path output = request.output().toAbsolutePath();
        try {
            Files.createDirectories(output.resolveSibling("."));
            Path part = Files.createTempFile(output.resolveSibling("."), ".picture-", ".part");
            try {
                Files.write(part, bytes);
                Files.setPosixFilePermissions(part, engine.filePermissions());
                Files.move(part, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE,
                    "The picture " + output + " cannot be written: " + e.getMessage() + "; check space and permissions",
                    e);
        }
        Loudness silence = new Loudness(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        return new RenderResult(request.output(), List.of(), 1, Duration.ZERO, 0, 0, false, silence);
    }
}
