package dev.evergreen.transition.randomblocks.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Component;

/** Turns square blocks in an order that the seed gives. */
@Component(property = EffectPlugin.ID + "=evergreen.random-blocks")
public final class RandomBlocks implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.12);
        int columns = (int) request.number("columns", 20);
        int rows = (int) Math.max(1, Math.round((double) columns * in.height() / in.width()));
        double[] order = shuffled(columns * rows, request.seed());
        Matte matte = MATTES.of(
                List.of(in, columns, request.seed()),
                () -> new Matte(in, (x, y) -> {
                    int column = (int) Math.min(columns - 1, x * columns);
                    int row = (int) Math.min(rows - 1, y * rows);
                    return order[row * columns + column];
                }));
        return matte.session(softness);
    }

    /** Evenly spread times, in the order of a Fisher-Yates shuffle. */
    private static double[] shuffled(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] order = new double[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = count == 1 ? 0 : (double) i / (count - 1);
        }
        return order;
    }
}
