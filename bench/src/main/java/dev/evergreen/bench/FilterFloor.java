package dev.evergreen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the packed executable takes for a frame with the filter of libavfilter that does the same, or comes closest. */
final class FilterFloor {
    private static final int FRAMES = 90;
    private static final int CUBE = 33;

    private final Path folder;
    private final Map<String, String> filters = new TreeMap<>();
    private final double idle;

    /**
     * @param folder where the bench keeps its pictures under {@code media}
     */
    FilterFloor(Path folder) throws Exception {
        this.folder = folder;
        Path cube = folder.resolve("identity.cube");
        Files.write(cube, identity());
        way("cross-dissolve", "fade");
        way("dip-to-colour", "fadeblack");
        way("flash", "fadewhite");
        way("wipe", "smoothleft");
        way("diagonal-wipe", "diagtl");
        way("barn-doors", "vertopen");
        way("slide", "coverleft");
        way("uncover", "revealleft");
        way("push", "slideleft");
        way("squeeze", "squeezeh");
        way("iris", "circleopen");
        way("clock", "radial");
        way("strips", "hlslice");
        way("pixelate-dissolve", "pixelize");
        way("zoom", "zoomin");
        way("whip-pan", "hblur");
        filters.put("evergreen.rotate", "rotate=8*PI/180");
        filters.put("evergreen.ken-burns", "perspective=x0=40:y0=30:x1=1880:y1=30:x2=40:y2=1050:x3=1880:y3=1050");
        filters.put("evergreen.lut", "lut3d=" + cube + ",format=yuv420p");
        filters.put("evergreen.chroma-key", "chromakey=0x00c020:0.22:0.12");
        filters.put("evergreen.luma-key", "format=yuva420p,lumakey=0.3:0.3:0.1");
        filters.put("evergreen.grain", "noise=c0s=8:c0f=t");
        filters.put("evergreen.blur", "gblur=8.64");
        filters.put("evergreen.stabilise", "deshake");
        idle = seconds("null");
    }

    private void way(String plugin, String transition) {
        filters.put("evergreen." + plugin, "xfade=" + transition + ":duration=3:offset=0");
    }

    /** Has red change fastest. */
    private static List<String> identity() {
        List<String> lines = new java.util.ArrayList<>(List.of("LUT_3D_SIZE " + CUBE));
        for (int i = 0; i < CUBE * CUBE * CUBE; i++) {
            double last = CUBE - 1;
            lines.add(String.format(
                    Locale.ROOT, "%.5f %.5f %.5f", i % CUBE / last, i / CUBE % CUBE / last, i / CUBE / CUBE / last));
        }
        return lines;
    }

    /** The filter that stands against a plugin; empty if there is none. */
    String filter(String plugin) {
        return filters.getOrDefault(plugin, "");
    }

    /** Milliseconds of CPU time a frame. */
    double milliseconds(String plugin) throws Exception {
        return Math.max(0, seconds(filter(plugin)) - idle) * 1000 / FRAMES;
    }

    /** For all frames: pictures are decoded once and repeated without a copy, and nothing is written. */
    private double seconds(String filter) throws Exception {
        boolean both = filter.startsWith("xfade");
        String held = String.format(
                Locale.ROOT,
                "scale=%d:%d,format=yuv420p,setsar=1,loop=-1:1,settb=1/%d,setpts=N,fps=%d,trim=end_frame=%d",
                Stage.WIDTH,
                Stage.HEIGHT,
                Stage.FPS,
                Stage.FPS,
                FRAMES);
        String graph = "[0]" + held + "[a];[1]" + held + "[b];"
                + (both ? "[a][b]" + filter + "[out]" : "[a]" + filter + "[out];[b]nullsink");
        return Cost.of(() -> run(graph)).cpu();
    }

    private void run(String graph) throws IOException, InterruptedException {
        Executable.ffmpeg(List.of(
                "-filter_complex_threads",
                "1",
                "-i",
                folder.resolve("media/wide-0.jpg").toString(),
                "-i",
                folder.resolve("media/wide-1.jpg").toString(),
                "-filter_complex",
                graph,
                "-map",
                "[out]",
                "-f",
                "null",
                "-"));
    }
}
