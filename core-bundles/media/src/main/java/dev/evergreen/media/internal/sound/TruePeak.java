package dev.evergreen.media.internal.sound;

/** The peak between samples, by fourfold oversampling with the filter of ITU-R BS.1770-4, annex 2. One channel. */
final class TruePeak {
    static final int TAPS = 12;

    /** The value for a sample comes when this many later ones are known. */
    static final int DELAY = 6;

    private static final float[] PHASE_0 = {
        0.0017089843750f,
        0.0109863281250f,
        -0.0196533203125f,
        0.0332031250000f,
        -0.0594482421875f,
        0.1373291015625f,
        0.9721679687500f,
        -0.1022949218750f,
        0.0476074218750f,
        -0.0266113281250f,
        0.0148925781250f,
        -0.0083007812500f
    };
    private static final float[] PHASE_1 = {
        -0.0291748046875f,
        0.0292968750000f,
        -0.0517578125000f,
        0.0891113281250f,
        -0.1665039062500f,
        0.4650878906250f,
        0.7797851562500f,
        -0.2003173828125f,
        0.1015625000000f,
        -0.0582275390625f,
        0.0330810546875f,
        -0.0189208984375f
    };

    /** The last samples, twice, so that a window of them is always in one piece. */
    private final float[] window = new float[2 * TAPS];

    private int at;

    /** Adds a sample and gives the largest magnitude around the one {@link #DELAY} samples earlier. */
    float next(float sample) {
        window[at] = sample;
        window[at + TAPS] = sample;
        at = at + 1 == TAPS ? 0 : at + 1;
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < TAPS; i++) {
            float x = window[at + i];
            a += x * PHASE_0[TAPS - 1 - i];
            b += x * PHASE_1[TAPS - 1 - i];
            c += x * PHASE_1[i];
            d += x * PHASE_0[i];
        }
        float between = Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.max(Math.abs(c), Math.abs(d)));
        return Math.max(between, Math.abs(window[at + TAPS - 1 - DELAY]));
    }
}
