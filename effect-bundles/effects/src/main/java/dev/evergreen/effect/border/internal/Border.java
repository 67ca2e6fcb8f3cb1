package dev.evergreen.effect.border.internal;

import dev.evergreen.kit.picture.Colours;
import dev.evergreen.kit.picture.Frames;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Colour;
import java.util.Arrays;
import org.osgi.service.component.annotations.Component;

/** Fills the edges with a colour. */
@Component(property = EffectPlugin.ID + "=evergreen.border")
public final class Border implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        int[] colour = Colours.planes(Colour.of(request.text("colour", "#f5f1e6")));
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            Frames.copy(frame, target);
            double share = request.number("width", 0.025, frame.number());
            int thick = (int) Math.round(share * Math.min(in.width(), in.height()) / 2) * 2;
            for (int i = 0; i < 3; i++) {
                edges(target.plane(i), i == 0 ? thick : thick / 2, colour[i]);
            }
        };
    }

    private static void edges(Plane plane, int thick, int value) {
        byte[] row = new byte[plane.width()];
        Arrays.fill(row, (byte) value);
        int side = Math.min(thick, plane.width());
        for (int y = 0; y < plane.height(); y++) {
            int at = y * plane.stride();
            if (y < thick || y >= plane.height() - thick) {
                plane.data().put(at, row);
            } else {
                plane.data().put(at, row, 0, side);
                plane.data().put(at + plane.width() - side, row, 0, side);
            }
        }
    }
}
