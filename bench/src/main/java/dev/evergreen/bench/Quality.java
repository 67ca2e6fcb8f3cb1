package dev.evergreen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a film looks and sounds like, measured from its file. */
final class Quality {
    private static final Pattern SSIM = Pattern.compile("All:([0-9.]+)");
    private static final Pattern LOUDNESS = Pattern.compile("I:\\s+(-?[0-9.]+) LUFS");
    private static final Pattern PEAK = Pattern.compile("Peak:\\s+(-?[0-9.]+) dBFS");
    private static final int PATCH = 256;
    private static final int FIRST = 20;
    private static final int LAST = 120;

    private Quality() {}

    /** Structural similarity with the same film without losses, 0 to 1. */
    static double similarity(Path film, Path lossless) throws IOException, InterruptedException {
        return last(
                SSIM,
                Executable.ffmpeg(List.of(
                        "-i",
                        film.toString(),
                        "-i",
                        lossless.toString(),
                        "-lavfi",
                        "[0:v][1:v]ssim",
                        "-f",
                        "null",
                        "-")));
    }

    /** Integrated loudness in LUFS, and the true peak in dBTP. */
    static double[] loudness(Path film) throws IOException, InterruptedException {
        String report = Executable.ffmpeg(
                List.of("-i", film.toString(), "-map", "0:a", "-af", "ebur128=peak=true", "-f", "null", "-"));
        return new double[] {last(LOUDNESS, report), last(PEAK, report)};
    }

    private static double last(Pattern figure, String report) throws IOException {
        Matcher found = figure.matcher(report);
        double value = Double.NaN;
        while (found.find()) {
            value = Double.parseDouble(found.group(1));
        }
        if (Double.isNaN(value)) {
            throw new IOException("ffmpeg reports no " + figure + ": " + report);
        }
        return value;
    }

    /**
     * How steady the first scene's move is: the standard deviation of the change of step from frame to frame, in pixels. Steps are
     * found by least squares over the gradient of a patch.
     */
    static double jitter(Path film, Path folder) throws IOException, InterruptedException {
        Path raw = Files.createTempFile(folder, "patch", ".gray");
        try {
            String filter = String.format(
                    Locale.ROOT,
                    "select='between(n,%d,%d)',crop=%d:%d:160:420:exact=1,format=gray",
                    FIRST,
                    LAST,
                    PATCH,
                    PATCH);
            Executable.ffmpeg(List.of(
                    "-i",
                    film.toString(),
                    "-vf",
                    filter,
                    "-fps_mode",
                    "passthrough",
                    "-f",
                    "rawvideo",
                    raw.toString()));
            byte[] frames = Files.readAllBytes(raw);
            int count = frames.length / (PATCH * PATCH);
            double[] across = new double[count - 1];
            double[] down = new double[count - 1];
            for (int i = 0; i + 1 < count; i++) {
                step(frames, i, across, down);
            }
            return Math.max(unsteadiness(across), unsteadiness(down));
        } finally {
            Files.delete(raw);
        }
    }

    private static void step(byte[] frames, int index, double[] across, double[] down) {
        int size = PATCH * PATCH;
        int p = index * size;
        int q = p + size;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double xd = 0;
        double yd = 0;
        for (int y = 1; y < PATCH - 1; y++) {
            for (int x = 1; x < PATCH - 1; x++) {
                int i = y * PATCH + x;
                double gx = (at(frames, p, i + 1) + at(frames, q, i + 1) - at(frames, p, i - 1) - at(frames, q, i - 1))
                        / 4.0;
                double gy = (at(frames, p, i + PATCH)
                                + at(frames, q, i + PATCH)
                                - at(frames, p, i - PATCH)
                                - at(frames, q, i - PATCH))
                        / 4.0;
                double d = at(frames, q, i) - at(frames, p, i);
                xx += gx * gx;
                xy += gx * gy;
                yy += gy * gy;
                xd += gx * d;
                yd += gy * d;
            }
        }
        double determinant = xx * yy - xy * xy;
        across[index] = -(yy * xd - xy * yd) / determinant;
        down[index] = -(xx * yd - xy * xd) / determinant;
    }

    private static int at(byte[] frames, int frame, int i) {
        return frames[frame + i] & 255;
    }

    private static double unsteadiness(double[] steps) {
        int n = steps.length - 1;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double change = steps[i + 1] - steps[i];
            sum += change;
            squares += change * change;
        }
        return Math.sqrt(Math.max(0, squares / n - sum / n * sum / n));
    }
}
