package dev.evergreen.media.internal.ingest;

import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.MediaInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** FFmpeg's arguments for making media that the renderer may open. */
final class Recipes {
    private static final int LONGEST_SIDE = 4096;
    /** Rates that players and broadcasters use, as FFmpeg writes them; anything else is brought to the nearest. */
    private static final List<String> RATES = List.of(
            "10", "12", "15", "20", "24000/1001", "24", "25", "30000/1001", "30", "48", "50", "60000/1001", "60");

    private static final String USUAL_RATE = "30";
    private static final double SLOWEST = 5;

    private Recipes() {}

    static String ending(MediaInfo info) {
        return switch (info.kind()) {
            case IMAGE -> info.mediaType().equals("image/jpeg") ? ".jpg" : ".png";
            case AUDIO -> ".flac";
            case VIDEO -> ".mp4";
        };
    }

    static List<String> arguments(Probed probed, IngestLimits limits) {
        List<String> arguments = new ArrayList<>(
                switch (probed.info().kind()) {
                    case IMAGE -> image(probed);
                    case AUDIO -> audio(probed);
                    case VIDEO -> video(probed);
                });
        arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn"));
        arguments.addAll(List.of("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"));
        if (!probed.info().duration().isZero()) {
            arguments.addAll(List.of("-t", Long.toString(limits.maxDuration().toSeconds())));
        }
        return arguments;
    }

    private static List<String> image(Probed probed) {
        boolean jpeg = probed.info().mediaType().equals("image/jpeg");
        String pixels = jpeg ? "yuvj444p" : probed.info().transparent() ? "rgba" : "rgb24";
        String finish = Orientation.filters(probed.orientation())
                + sdr(probed)
                + String.format(
                        Locale.ROOT,
                        "scale=%s:flags=lanczos+accurate_rnd+full_chroma_int,format=%s",
                        size(probed.info(), 1),
                        pixels);
        List<String> arguments = new ArrayList<>(
                probed.tiles().isEmpty()
                        ? List.of("-map", "0:v:0", "-vf", finish)
                        : List.of("-filter_complex", probed.tiles().filters() + finish + "[whole]", "-map", "[whole]"));
        arguments.addAll(List.of("-frames:v", "1", "-f", "image2", "-update", "1"));
        arguments.addAll(jpeg ? List.of("-c:v", "mjpeg", "-q:v", "2") : List.of("-c:v", "png"));
        return arguments;
    }

    private static List<String> audio(Probed probed) {
        List<String> arguments = new ArrayList<>(List.of("-map", "0:" + probed.sound(), "-vn", "-ar", "48000"));
        arguments.addAll(List.of("-ac", probed.info().audioChannels() == 1 ? "1" : "2"));
        arguments.addAll(List.of("-c:a", "flac", "-sample_fmt", "s16", "-f", "flac"));
        return arguments;
    }

    private static List<String> video(Probed probed) {
        // V leaves out covers.
        List<String> arguments = new ArrayList<>(List.of("-map", "0:V:0"));
        if (probed.sound() >= 0) {
            arguments.addAll(List.of("-map", "0:" + probed.sound()));
            // Gaps become silence, so that sound which starts late or breaks off stays with its pictures.
            arguments.addAll(List.of("-af", "aresample=async=1:first_pts=0", "-ar", "48000", "-ac", "2"));
            arguments.addAll(List.of("-c:a", "aac", "-b:a", "256k"));
        }
        arguments.addAll(List.of("-vf", filters(probed), "-fps_mode", "cfr"));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "16", "-g", "30", "-bf", "0"));
        arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
        return arguments;
    }

    private static String filters(Probed probed) {
        String fields = switch (probed.fields()) {
            case NO -> "";
            case PERHAPS -> "bwdif=mode=send_frame:deint=interlaced,";
            case YES -> "bwdif=mode=send_frame:deint=all,";
        };
        return fields
                + "fps=" + rate(probed.frameRate()) + ":start_time=0,"
                + sdr(probed)
                + (probed.info().transparent() ? "format=gbrap,premultiply=inplace=1,format=gbrp," : "")
                + "scale=" + size(probed.info(), 2) + ":out_color_matrix=bt709:out_range=tv,setsar=1,"
                + "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv,format=yuv420p";
    }

    /**
     * BT.2100 signals (PQ and HLG, whose primaries and matrix are BT.2020's) to the standard range; others stay. A white page
     * (203 candela a square metre, ITU-R BT.2408) comes to 84 %, and what is brighter is compressed into the rest.
     */
    private static String sdr(Probed probed) {
        String transfer = probed.transfer();
        return transfer.equals("smpte2084") || transfer.equals("arib-std-b67")
                ? "setparams=color_primaries=bt2020:colorspace=bt2020nc:color_trc=" + transfer
                        + ",zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=mobius:desat=0,"
                        + "zscale=t=bt709:m=bt709:r=tv,format=yuv444p,"
                : "";
    }

    /** The size of what is made: not beyond the longest side, and a multiple of {@code step}. */
    private static String size(MediaInfo info, int step) {
        double factor = Math.min(1, (double) LONGEST_SIDE / Math.max(info.width(), info.height()));
        return side(info.width() * factor, step) + ":" + side(info.height() * factor, step);
    }

    private static int side(double length, int step) {
        return Math.max(step, (int) Math.floor((length + 1e-6) / step) * step);
    }

    private static String rate(double framesPerSecond) {
        if (framesPerSecond < SLOWEST) {
            return USUAL_RATE;
        }
        String nearest = USUAL_RATE;
        double least = Double.MAX_VALUE;
        for (String rate : RATES) {
            String[] parts = rate.split("/");
            double value = Double.parseDouble(parts[0]) / (parts.length == 2 ? Double.parseDouble(parts[1]) : 1);
            double distance = Math.abs(Math.log(value / framesPerSecond));
            if (distance < least) {
                least = distance;
                nearest = rate;
            }
        }
        return nearest;
    }
}
