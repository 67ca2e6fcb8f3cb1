package dev.evergreen.media.internal.ingest;

import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.MediaInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** FFmpeg's arguments for making media that the renderer may open. */
final class Recipes {
    private static final int LONGEST_SIDE = 4096;
    private static final double FASTEST = 60;

    private Recipes() {}

    static String ending(MediaInfo info) {
        return switch (info.kind()) {
            case IMAGE -> info.mediaType().equals("image/jpeg") ? ".jpg" : ".png";
            case AUDIO -> ".flac";
            case VIDEO -> ".mp4";
        };
    }

    static List<String> arguments(Probed probed, IngestLimits limits) {
        return switch (probed.info().kind()) {
            case IMAGE -> image(probed);
            case AUDIO -> audio(probed, limits);
            case VIDEO -> video(probed, limits);
        };
    }

    private static List<String> image(Probed probed) {
        boolean jpeg = probed.info().mediaType().equals("image/jpeg");
        String pixels = jpeg ? "yuvj444p" : probed.info().transparent() ? "rgba" : "rgb24";
        List<String> arguments = new ArrayList<>(List.of(
                "-map",
                "0:v:0",
                "-frames:v",
                "1",
                "-map_metadata",
                "-1",
                "-fflags",
                "+bitexact",
                "-flags:v",
                "+bitexact"));
        arguments.addAll(List.of("-vf", Orientation.filters(probed.orientation()) + smaller() + "format=" + pixels));
        arguments.addAll(
                jpeg
                        ? List.of("-c:v", "mjpeg", "-q:v", "2", "-f", "image2", "-update", "1")
                        : List.of("-c:v", "png", "-f", "image2", "-update", "1"));
        return arguments;
    }

    private static String smaller() {
        return String.format(
                Locale.ROOT,
                "scale=w='min(%1$d,iw)':h='min(%1$d,ih)':force_original_aspect_ratio=decrease:flags=lanczos+accurate_rnd"
                        + "+full_chroma_int,",
                LONGEST_SIDE);
    }

    private static List<String> audio(Probed probed, IngestLimits limits) {
        return List.of(
                "-map",
                "0:a:0",
                "-vn",
                "-t",
                Long.toString(limits.maxDuration().toSeconds()),
                "-map_metadata",
                "-1",
                "-fflags",
                "+bitexact",
                "-flags:a",
                "+bitexact",
                "-ar",
                "48000",
                "-ac",
                probed.info().audioChannels() == 1 ? "1" : "2",
                "-c:a",
                "flac",
                "-sample_fmt",
                "s16",
                "-f",
                "flac");
    }

    private static List<String> video(Probed probed, IngestLimits limits) {
        List<String> arguments = new ArrayList<>(List.of(
                "-map",
                "0:v:0",
                "-map",
                "0:a:0?",
                "-t",
                Long.toString(limits.maxDuration().toSeconds()),
                "-map_metadata",
                "-1"));
        arguments.addAll(List.of("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"));
        arguments.addAll(List.of("-vf", filters(probed), "-fps_mode", "cfr"));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "16", "-g", "30", "-bf", "0"));
        arguments.addAll(List.of("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"));
        arguments.addAll(List.of("-color_range", "tv", "-c:a", "aac", "-b:a", "256k", "-ar", "48000", "-ac", "2"));
        arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
        return arguments;
    }

    private static String filters(Probed probed) {
        boolean hdr = probed.transfer().equals("smpte2084") || probed.transfer().equals("arib-std-b67");
        String toneMapping = hdr
                ? "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
                        + "zscale=t=bt709:m=bt709:r=tv,format=yuv420p,"
                : "";
        return (probed.interlaced() ? "yadif," : "")
                + "fps=" + rate(probed.frameRate()) + ","
                + toneMapping
                + "scale=w='trunc(iw*sar/2)*2':h='trunc(ih/2)*2',setsar=1,"
                + String.format(
                        Locale.ROOT,
                        "scale=w='min(%1$d,iw)':h='min(%1$d,ih)':force_original_aspect_ratio=decrease"
                                + ":force_divisible_by=2:out_color_matrix=bt709:out_range=tv,",
                        LONGEST_SIDE)
                + "format=yuv420p";
    }

    /** The rate itself where it is a usual one, else the nearest that is. */
    private static String rate(String frameRate) {
        String[] parts = frameRate.split("/");
        double rate = parts.length == 2 ? Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]) : 0;
        if (Double.isNaN(rate) || rate < 5) {
            return "30";
        }
        return rate > FASTEST + 0.1 ? "60" : frameRate;
    }
}
