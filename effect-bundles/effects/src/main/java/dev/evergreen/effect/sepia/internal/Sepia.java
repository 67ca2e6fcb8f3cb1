package dev.evergreen.effect.sepia.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import org.osgi.service.component.annotations.Component;

/** Replaces the colour by one brown and leaves the light alone: in YCbCr two flat chroma planes. */
@Component(property = EffectPlugin.ID + "=evergreen.sepia")
public final class Sepia implements FrameEffect {
    /** Cb and Cr of the brown, limited range. */
    private static final int BLUE_DIFFERENCE = 108;

    private static final int RED_DIFFERENCE = 146;

    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        return (window, position, target) -> {
            long number = window.get(position).number();
            int weight = (int) Math.round(request.number("amount", 1, number) * Rows.FULL);
            Rows.copyRows(
                    window.get(position).luma(),
                    0,
                    target.luma(),
                    0,
                    target.luma().height());
            Rows.mix(window.get(position).blue(), BLUE_DIFFERENCE, weight, target.blue());
            Rows.mix(window.get(position).red(), RED_DIFFERENCE, weight, target.red());
        };
    }
}
