package dev.evergreen.effect.grain.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Component;

/**
 * Adds noise to luma: one tile of noise, shifted by a hash of the frame's number, so that every frame looks different and the same frame
 * always looks the same, in whatever piece it is rendered.
 */
@Component(property = EffectPlugin.ID + "=evergreen.grain")
public final class Grain implements FrameEffect {
    /** A power of two. */
    private static final int TILE = 256;

    private static final double STRENGTH = 26;

    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        byte[] tile = tile(request.seed());
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            int strength = (int) Math.round(request.number("amount", 0.3, frame.number()) * STRENGTH);
            add(frame.luma(), target.luma(), tile, strength, frame.number() + request.seed());
            Rows.copyRows(frame.blue(), 0, target.blue(), 0, target.blue().height());
            Rows.copyRows(frame.red(), 0, target.red(), 0, target.red().height());
        };
    }

    /** Values of a rounded bell from -64 to 64. */
    private static byte[] tile(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] tile = new byte[TILE * TILE];
        for (int i = 0; i < tile.length; i++) {
            tile[i] = (byte) (random.nextInt(-32, 33) + random.nextInt(-32, 33));
        }
        return tile;
    }

    private static void add(Plane source, Plane target, byte[] tile, int strength, long frame) {
        SplittableRandom shift = new SplittableRandom(frame * 0x9E3779B97F4A7C15L);
        int shiftX = shift.nextInt(TILE);
        int shiftY = shift.nextInt(TILE);
        byte[] row = new byte[target.width()];
        for (int y = 0; y < target.height(); y++) {
            int tileRow = (y + shiftY) % TILE * TILE;
            source.data().get(y * source.stride(), row);
            for (int x = 0; x < row.length; x++) {
                int noise = tile[tileRow + ((x + shiftX) & TILE - 1)] * strength >> 6;
                row[x] = (byte) Math.max(16, Math.min(235, (row[x] & 0xff) + noise));
            }
            target.data().put(y * target.stride(), row);
        }
    }
}
