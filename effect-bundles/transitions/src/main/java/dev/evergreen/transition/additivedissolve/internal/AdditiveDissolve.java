package dev.evergreen.transition.additivedissolve.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Adds the light of both pictures, along a quarter of a sine each, so that the middle is brighter than either. */
@Component(property = EffectPlugin.ID + "=evergreen.additive-dissolve")
public final class AdditiveDissolve implements FrameTransition {
    private static final int BLACK = 16;
    private static final int WHITE = 235;
    private static final int GREY = 128;

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        int[] a = new int[(in.width() + 3) / 4];
        int[] b = new int[a.length];
        int[] sum = new int[a.length];
        return (from, to, progress, target) -> {
            int leaving = weight(1 - progress);
            int coming = weight(progress);
            for (int i = 0; i < 3; i++) {
                int zero = i == 0 ? BLACK : GREY;
                for (int y = 0; y < target.plane(i).height(); y++) {
                    from.plane(i).read(y, a);
                    to.plane(i).read(y, b);
                    add(a, leaving, b, coming, zero, sum);
                    target.plane(i).write(y, sum);
                }
            }
        };
    }

    private static int weight(double quarterTurn) {
        return (int) Math.round(Math.sin(Math.PI / 2 * quarterTurn) * Rows.FULL);
    }

    /** The nearest legal value, without branches, which the JIT compiler would not turn into vector instructions. */
    private static int legal(int value) {
        int rest = WHITE - value;
        int over = WHITE - (rest & ~(rest >> 31)) - BLACK;
        return BLACK + (over & ~(over >> 31));
    }

    /** The sum over black, or over the grey that stands for no colour; lane by lane, as short loops are the fast ones. */
    private static void add(int[] a, int weightA, int[] b, int weightB, int zero, int[] sum) {
        int base = zero * (Rows.FULL - weightA - weightB) + 128;
        for (int i = 0; i < sum.length; i++) {
            int value = (a[i] & 0xff) * weightA + (b[i] & 0xff) * weightB + base >> 8;
            sum[i] = legal(value);
        }
        for (int i = 0; i < sum.length; i++) {
            int value = (a[i] >>> 8 & 0xff) * weightA + (b[i] >>> 8 & 0xff) * weightB + base >> 8;
            sum[i] |= legal(value) << 8;
        }
        for (int i = 0; i < sum.length; i++) {
            int value = (a[i] >>> 16 & 0xff) * weightA + (b[i] >>> 16 & 0xff) * weightB + base >> 8;
            sum[i] |= legal(value) << 16;
        }
        for (int i = 0; i < sum.length; i++) {
            int value = (a[i] >>> 24) * weightA + (b[i] >>> 24) * weightB + base >> 8;
            sum[i] |= legal(value) << 24;
        }
    }
}
