package dev.evergreen.sound;

import dev.evergreen.spi.timeline.FrameRate;
import java.awt.Color;
import java.awt.image.BufferedImage;

/** Pictures of sound: time to the right, frequency upwards on a logarithmic scale, brighter where it is louder. */
final class Spectrogram {
    private static final int WINDOW = 1536;
    private static final int WINDOWS = 7;
    private static final double LOWEST = 60;
    private static final double HIGHEST = 16_000;
    private static final double SOFTEST = -85;
    private static final double LOUDEST = -20;
    private static final double[] HANN = hann();

    private Spectrogram() {}

    /** Two sounds side by side. */
    static BufferedImage of(float[] left, float[] right, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        paint(left, image, 0, width / 2 - 1);
        paint(right, image, width / 2 + 1, width - width / 2 - 1);
        return image;
    }

    private static void paint(float[] sound, BufferedImage image, int from, int width) {
        for (int column = 0; column < width; column++) {
            int centre = (int) ((column + 0.5) * sound.length / width);
            for (int row = 0; row < image.getHeight(); row++) {
                double up = 1 - (row + 0.5) / image.getHeight();
                double level = level(sound, centre, LOWEST * Math.pow(HIGHEST / LOWEST, up));
                double bright = Math.max(0, Math.min(1, (level - SOFTEST) / (LOUDEST - SOFTEST)));
                image.setRGB(from + column, row, colour(bright));
            }
        }
    }

    /** Of one frequency, in decibels below full scale: the mean power of overlapping windows, without which noise would speckle. */
    private static double level(float[] sound, int centre, double frequency) {
        double power = 0;
        for (int i = 0; i < WINDOWS; i++) {
            power += power(sound, centre + (i - WINDOWS / 2) * WINDOW / 4, frequency) / WINDOWS;
        }
        return 10 * Math.log10(power + 1e-18);
    }

    /** In one Hann window. */
    private static double power(float[] sound, int centre, double frequency) {
        double re = 0;
        double im = 0;
        // A turning pointer instead of a cosine for each sample.
        double angle = 2 * Math.PI * frequency / FrameRate.SAMPLE_RATE;
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double x = 1;
        double y = 0;
        for (int i = 0; i < WINDOW; i++) {
            int at = centre - WINDOW / 2 + i;
            if (at >= 0 && at < sound.length) {
                double sample = sound[at] * HANN[i];
                re += sample * x;
                im += sample * y;
            }
            double turned = x * cosine - y * sine;
            y = x * sine + y * cosine;
            x = turned;
        }
        double amplitude = 4 * Math.hypot(re, im) / WINDOW;
        return amplitude * amplitude;
    }

    private static double[] hann() {
        double[] window = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
        }
        return window;
    }

    /** From a dark green over leaf to sand. */
    private static int colour(double bright) {
        float hue = (float) (0.42 - 0.28 * bright);
        return Color.HSBtoRGB(hue, (float) (0.75 - 0.35 * bright * bright), (float) (0.08 + 0.92 * bright));
    }
}
