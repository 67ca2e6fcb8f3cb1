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
    private static final Pattern CLIPPED =
            Pattern.compile("pts_time:([\\d.]+)\\s+(?:\\[[^]]*] )?lavfi\\.astats\\.Overall\\.Peak_level=");
    private static final Duration METERED = Duration.ofMillis(250);
    private static final Pattern EVENT =
            Pattern.compile("(freeze_start|freeze_end|silence_start|silence_end): (-?[\\d.]+)");
    private static final Pattern INTEGRATED = Pattern.compile("\\bI:\\s+(-?[\\d.]+|-inf|nan) LUFS");
    private static final Pattern PEAK = Pattern.compile("\\bPeak:\\s+(-?[\\d.]+|-inf|nan) dBFS");

    /**
     * The arguments that make FFmpeg say it.
     *
     * @param keyFramesOnly whether looking at the film's key frames is enough, which costs a quarter
     * @param sounds whether there is a sound track
     */
    static List<String> arguments(String film, boolean keyFramesOnly, boolean sounds) {
        List<String> arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-nostats", "-v", "info"));
        arguments.addAll(List.of("-protocol_whitelist", "file"));
        arguments.addAll(List.of("-skip_frame:v", keyFramesOnly ? "nokey" : "default", "-i", film));
        arguments.add("-filter_complex");
        arguments.add("[0:v:0]scale=480:-2,blackdetect=d=0.5:pic_th=0.98:pix_th=0.10,freezedetect=n=-68dB:d=2[v]"
                + (sounds
                        ? ";[0:a:0]silencedetect=n=-60dB:d=2,ebur128=peak=true:framelog=quiet,asetnsamples=12000:p=0,"
                                + "astats=measure_perchannel=none:measure_overall=Peak_level:metadata=1:reset=1,"
                                + "ametadata=mode=print:key=lavfi.astats.Overall.Peak_level:value=-0.01:function=greater"
                                + "[a]"
                        : ""));
        arguments.addAll(List.of("-map", "[v]"));
        arguments.addAll(sounds ? List.of("-map", "[a]") : List.of());
        arguments.addAll(List.of("-f", "null", "-"));
        return arguments;
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
        stretches.addAll(clipped(log));
        return new Measurement(new Loudness(last(INTEGRATED, log), last(PEAK, log)), stretches);
    }

    /** The meter looks at a quarter of a second at a time; neighbours are one stretch. */
    private static List<Stretch> clipped(String log) {
        List<Stretch> stretches = new ArrayList<>();
        Matcher matcher = CLIPPED.matcher(log);
        while (matcher.find()) {
            Duration start = seconds(matcher.group(1));
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            boolean goesOn = last != null && start.minus(last.end()).compareTo(METERED) < 0;
            if (goesOn && last != null) {
                stretches.remove(stretches.size() - 1);
            }
            stretches.add(new Stretch(
                    Stretch.Kind.CLIPPED, goesOn && last != null ? last.start() : start, start.plus(METERED)));
        }
        return stretches;
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
