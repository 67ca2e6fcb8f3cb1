package dev.evergreen.effect.crop.internal;

import dev.evergreen.kit.picture.Latest;
import dev.evergreen.kit.picture.Mask;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Multiplies alpha by a rectangle. */
@Component(property = EffectPlugin.ID + "=evergreen.crop")
public final class Crop implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        double feather = request.number("feather", 0) * in.height();
        Latest<List<Double>, Mask> masks = new Latest<>(edges -> Mask.of(in, rectangle(edges, in), feather, false));
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            List<Double> edges = new ArrayList<>();
            for (String edge : List.of("left", "top", "right", "bottom")) {
                edges.add(request.number(edge, 0.1, frame.number()));
            }
            masks.of(edges).apply(frame, target);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.MAKES;
    }

    private static Shape rectangle(List<Double> edges, MediaFormat in) {
        return new Rectangle2D.Double(
                edges.get(0) * in.width(),
                edges.get(1) * in.height(),
                (1 - edges.get(0) - edges.get(2)) * in.width(),
                (1 - edges.get(1) - edges.get(3)) * in.height());
    }
}
