package dev.evergreen.media.internal.render;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.Packet;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.VideoEncoder;
import dev.evergreen.media.internal.compile.SegmentPlan;
import dev.evergreen.media.internal.draw.DrawContext;
import dev.evergreen.media.internal.draw.SegmentPainter;
import dev.evergreen.media.internal.picture.LayerScratch;
import java.util.ArrayList;
import java.util.List;

/** Draws and encodes one segment. */
final class SegmentWork {
    private SegmentWork() {}

    /**
     * @param frameDone told after each frame
     */
    static EncodedPiece render(
            SegmentPlan plan, DrawContext context, LayerScratch scratch, Stop stop, Runnable frameDone)
            throws MediaException {
        List<Packet> packets = new ArrayList<>();
        try (SegmentPainter painter = new SegmentPainter(plan, context, scratch);
                Picture picture =
                        new Picture(plan.canvas().width(), plan.canvas().height());
                VideoEncoder encoder = new VideoEncoder(plan.canvas(), plan.encoding(), packets::add)) {
            for (int frame = 0; frame < plan.frames(); frame++) {
                stop.check();
                painter.draw(frame, picture);
                encoder.send(picture, frame);
                frameDone.run();
            }
            encoder.finish();
            return new EncodedPiece(encoder.header(), 0, List.of(), packets);
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.ENGINE,
                    "The segment from frame " + plan.firstFrame() + " failed: " + e.getMessage(),
                    e);
        }
    }
}
