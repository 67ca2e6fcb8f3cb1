package dev.evergreen.media.internal.picture;

import dev.evergreen.media.internal.av.Picture;

/** One worker's memory for drawing layers. */
public final class LayerScratch {
    private final Resampler resampler = new Resampler();
    private final Resampler alphaResampler = new Resampler();
    private final LayerStack stack = new LayerStack(resampler, alphaResampler);
    private int[][] values = new int[0][0];
    private int[] below = new int[0];
    private int[] out = new int[0];
    private int[] even = new int[0];
    private int[] odd = new int[0];
    private int[] scaledValue = new int[0];
    private int[] scaledAlpha = new int[0];

    public Resampler resampler() {
        return resampler;
    }

    /** For pictures in many layers. */
    public LayerStack stack() {
        return stack;
    }

    int[][] values(int rows, int ints) {
        if (values.length < rows || values[0].length < ints) {
            values = new int[Math.max(rows, values.length)][Math.max(ints, values.length == 0 ? 0 : values[0].length)];
        }
        return values;
    }

    /** Lays a row of premultiplied pixels over a row of a picture. */
    public void over(Picture target, int plane, int y, int at, int[] value, int[] alpha, int n, int share) {
        if (below.length < n) {
            below = new int[n];
            out = new int[n];
            even = new int[n];
            odd = new int[n];
            scaledValue = new int[n];
            scaledAlpha = new int[n];
        }
        if (clear(alpha, n)) {
            return;
        }
        int[] shownValue = value;
        int[] shownAlpha = alpha;
        if (share < 256) {
            Kernels.scale(value, share, scaledValue, n);
            Kernels.scale(alpha, share, scaledAlpha, n);
            shownValue = scaledValue;
            shownAlpha = scaledAlpha;
        }
        target.read(plane, y, at, below, n);
        Kernels.over(below, shownValue, shownAlpha, out, even, odd, 0, n);
        target.write(plane, y, at, out, n);
    }

    private static boolean clear(int[] alpha, int n) {
        int any = 0;
        for (int i = 0; i < n; i++) {
            any |= alpha[i];
        }
        return any == 0;
    }
}
