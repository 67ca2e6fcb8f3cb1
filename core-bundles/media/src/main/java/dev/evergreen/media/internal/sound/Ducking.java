package dev.evergreen.media.internal.sound;

/**
 * How far music goes down under voices. The whole film's voices are known beforehand, so music is down before the first
 * syllable, stays down over short pauses and comes back slowly.
 */
final class Ducking {
    /** Samples of a block: 10 ms. */
    static final int BLOCK = 480;

    private static final double DEPTH = 12;
    private static final double AUDIBLE = Math.pow(10, -45 / 10.0);
    private static final int LEAD = 12;
    private static final int PAUSE = 90;
    private static final int HOLD = 25;
    private static final float ATTACK = 1 / 28f;
    private static final float RELEASE = 1 / 90f;

    private final float[] amount;

    /**
     * @param power mean square of the voices in each block
     */
    Ducking(float[] power) {
        amount = new float[power.length];
        int last = Integer.MIN_VALUE / 2;
        for (int i = 0; i < power.length; i++) {
            if (power[i] > AUDIBLE) {
                int from = i - last <= PAUSE ? last : i - LEAD;
                for (int j = Math.max(0, from); j <= Math.min(power.length - 1, i + HOLD); j++) {
                    amount[j] = 1;
                }
                last = i;
            }
        }
        for (int i = amount.length - 2; i >= 0; i--) {
            amount[i] = Math.max(amount[i], amount[i + 1] - ATTACK);
        }
        for (int i = 1; i < amount.length; i++) {
            amount[i] = Math.max(amount[i], amount[i - 1] - RELEASE);
        }
    }

    /** The music's gain as a factor, for {@code n} samples of the film from {@code sample} on. */
    void gain(long sample, float[] out, int n) {
        for (int i = 0; i < n; ) {
            int block = (int) ((sample + i) / BLOCK);
            int within = (int) ((sample + i) % BLOCK);
            double from = factor(block);
            double to = factor(block + 1);
            for (; within < BLOCK && i < n; within++, i++) {
                out[i] = (float) (from + (to - from) * within / BLOCK);
            }
        }
    }

    private double factor(int block) {
        double share = amount.length == 0 ? 0 : amount[Math.min(block, amount.length - 1)];
        return share == 0 ? 1 : Math.pow(10, -DEPTH * share / 20);
    }
}
