package dev.evergreen.effect.lut.internal;

import dev.evergreen.kit.picture.ColourCube;
import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import org.osgi.service.component.annotations.Component;

/** Maps colours through a {@link ColourCube}. The table comes as data, as effects open no files. */
@Component(property = EffectPlugin.ID + "=evergreen.lut")
public final class Lut implements FrameEffect {
    private static final int TABLES = 4;

    /** By the table's text, or the look's name. */
    private static final Kept<String, ColourCube> CUBES = new Kept<>(TABLES);

    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        String cube = request.text("cube", "");
        String look = request.text("look", Looks.DEFAULT);
        ColourCube colours = CUBES.of(
                cube.isEmpty() ? look : cube,
                () -> new ColourCube(cube.isEmpty() ? Looks.named(look) : CubeFile.read(cube)));
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            colours.apply(frame, (int) Math.round(Rows.FULL * request.number("strength", 1, frame.number())), target);
        };
    }
}
