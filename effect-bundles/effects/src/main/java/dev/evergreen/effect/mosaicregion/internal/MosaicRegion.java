package dev.evergreen.effect.mosaicregion.internal;

import dev.evergreen.kit.picture.Frames;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.util.Arrays;
import org.osgi.service.component.annotations.Component;

/** Averages the blocks of a rectangle or an ellipse. */
@Component(property = EffectPlugin.ID + "=evergreen.mosaic-region")
public final class MosaicRegion implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        boolean round = request.text("shape", "rectangle").equals("ellipse");
        int block = Math.max(2, (int) Math.round(request.number("block", 0.04) * in.height() / 2) * 2);
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            Frames.copy(frame, target);
            long n = frame.number();
            double[] box = {
                request.number("x", 0.35, n) * in.width(), request.number("y", 0.25, n) * in.height(),
                request.number("width", 0.3, n) * in.width(), request.number("height", 0.4, n) * in.height()
            };
            for (int i = 0; i < 3; i++) {
                hide(target.plane(i), i == 0 ? 1 : 2, box, block, round);
            }
        };
    }

    private static void hide(Plane plane, int step, double[] box, int block, boolean round) {
        int left = (int) Math.round(box[0] / 2) * 2;
        int top = (int) Math.round(box[1] / 2) * 2;
        for (double y = top; y < box[1] + box[3]; y += block) {
            for (double x = left; x < box[0] + box[2]; x += block) {
                double awayX = (x + block / 2.0 - box[0] - box[2] / 2) / (box[2] / 2);
                double awayY = (y + block / 2.0 - box[1] - box[3] / 2) / (box[3] / 2);
                if (!round || awayX * awayX + awayY * awayY <= 1) {
                    average(plane, (int) x / step, (int) y / step, block / step);
                }
            }
        }
    }

    private static void average(Plane plane, int left, int top, int block) {
        int right = Math.min(plane.width(), left + block);
        int bottom = Math.min(plane.height(), top + block);
        if (right <= left || bottom <= top) {
            return;
        }
        int sum = 0;
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += plane.data().get(y * plane.stride() + x) & 255;
                count++;
            }
        }
        byte[] mean = new byte[right - left];
        Arrays.fill(mean, (byte) ((sum + count / 2) / count));
        for (int y = top; y < bottom; y++) {
            plane.data().put(y * plane.stride() + left, mean);
        }
    }
}
