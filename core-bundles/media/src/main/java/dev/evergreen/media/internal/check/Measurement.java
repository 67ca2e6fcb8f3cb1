package dev.evergreen.media.internal.check;

import dev.evergreen.media.Loudness;
import dev.evergreen.media.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What FFmpeg's detectors say while a film is decoded.
 *
 * @param loudness of the decoded sound
 * @param stretches in order of what was found
 */
record Measurement(Loudness loudness, List<Stretch> stretches) {
    private static final Pattern BLACK = Pattern.compile("black_start:([\\d.]+) black_end:([\\d.]+)");
    private static final Pattern EVENT =
            Pattern.compile("(freeze_start|freeze_end|silence_start|silence_end): (-?[\\d.]+)");
    private static final Pattern INTEGRATED = Pattern.compile("\\bI:\\s+(-?[\\d.]+|-inf|nan) LUFS");
    private static final Pattern PEAK = Pattern.compile("\\bPeak:\\s+(-?[\\d.]+|-inf|nan) dBFS");

    /**
     * The arguments that make FFmpeg say it.
     *
     * @param keyFramesOnly whether looking at the film's key frames is enough, which costs a quarter
     */
    static List<String> arguments(String film, boolean keyFramesOnly) {
        return List.of(
                "-nostdin",
                "-hide_banner",
                "-nostats",
                "-v",
                "info",
                "-protocol_whitelist",
                "file",
                "-skip_frame:v",
                keyFramesOnly ? "nokey" : "default",
                "-i",
                film,
                "-filter_complex",
                "[0:v:0]scale=480:-2,blackdetect=d=0.5:pic_th=0.98:pix_th=0.10,freezedetect=n=-68dB:d=2[v];"
                        + "[0:a:0]silencedetect=n=-60dB:d=2,ebur128=peak=true:framelog=quiet[a]",
                "-map",
                "[v]",
                "-map",
                "[a]",
                "-f",
                "null",
                "-");
    }

    static Measurement of(String log, Duration end) {
        List<Stretch> stretches = new ArrayList<>();
        Matcher black = BLACK.matcher(log);
        while (black.find()) {
            stretches.add(new Stretch(Stretch.Kind.BLACK, seconds(black.group(1)), seconds(black.group(2))));
        }
        Duration frozen = null;
        Duration silent = null;
        Matcher event = EVENT.matcher(log);
        while (event.find()) {
            Duration time = seconds(event.group(2));
            switch (event.group(1)) {
                case "freeze_start" -> frozen = time;
                case "silence_start" -> silent = time;
                case "freeze_end" -> {
                    if (frozen != null) {
                        stretches.add(new Stretch(Stretch.Kind.FROZEN, frozen, time));
                    }
                    frozen = null;
                }
                default -> {
                    if (silent != null) {
                        stretches.add(new Stretch(Stretch.Kind.SILENT, silent, time));
                    }
                    silent = null;
                }
            }
        }
        if (frozen != null) {
            stretches.add(new Stretch(Stretch.Kind.FROZEN, frozen, end));
        }
        if (silent != null) {
            stretches.add(new Stretch(Stretch.Kind.SILENT, silent, end));
        }
        return new Measurement(new Loudness(last(INTEGRATED, log), last(PEAK, log)), stretches);
    }

    private static Duration seconds(String text) {
        return Duration.ofNanos((long) (1e9 * Math.max(0, Double.parseDouble(text))));
    }

    /** The last figure, from the summary; the meter's floor of -70 LUFS means silence. */
    private static double last(Pattern pattern, String log) {
        double value = Double.NEGATIVE_INFINITY;
        Matcher matcher = pattern.matcher(log);
        while (matcher.find()) {
            String figure = matcher.group(1);
            value = figure.equals("-inf") || figure.equals("nan")
                    ? Double.NEGATIVE_INFINITY
                    : Double.parseDouble(figure);
        }
        return value <= -70 ? Double.NEGATIVE_INFINITY : value;
    }
}
