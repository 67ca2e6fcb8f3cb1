package dev.evergreen.transition.diptocolour.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Colour;
import org.osgi.service.component.annotations.Component;

/** Fades to a colour during the first half and out of it during the second. */
@Component(property = EffectPlugin.ID + "=evergreen.dip-to-colour")
public final class DipToColour implements FrameTransition {
    private static final String DEFAULT_COLOUR = "#0b0f0e";

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        int[] colour = limitedBt709(Colour.of(request.text("colour", DEFAULT_COLOUR)));
        return (from, to, progress, target) -> blend(from, to, progress, target, colour);
    }

    private static void blend(VideoFrame from, VideoFrame to, double progress, VideoFrame target, int[] colour) {
        VideoFrame picture = progress < 0.5 ? from : to;
        int weight = (int) Math.round((1 - Math.abs(progress - 0.5) * 2) * Rows.FULL);
        for (int i = 0; i < 3; i++) {
            Rows.mix(picture.plane(i), colour[i], weight, target.plane(i));
        }
    }

    /** ITU-R BT.709, 8-bit limited range. */
    private static int[] limitedBt709(Colour colour) {
        double red = colour.red() / 255.0;
        double green = colour.green() / 255.0;
        double blue = colour.blue() / 255.0;
        double luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        return new int[] {
            (int) Math.round(16 + 219 * luma),
            (int) Math.round(128 + 224 * (blue - luma) / 1.8556),
            (int) Math.round(128 + 224 * (red - luma) / 1.5748)
        };
    }
}
