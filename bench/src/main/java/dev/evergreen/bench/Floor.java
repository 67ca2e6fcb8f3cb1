package dev.evergreen.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Graphs of filters as somebody who knows ffmpeg well writes them by hand, for the same films. Inputs are tagged, so that the
 * executable does not convert them through RGB.
 */
final class Floor {
    /** How a picture moves. */
    enum Motion {
        /** What most people use: steps of whole pixels, visibly shaky. */
        ZOOMPAN,
        /** Smooth, with the filter {@code perspective}. */
        PERSPECTIVE
    }

    static final int FPS = 30;
    /** Frames of a scene. */
    static final int SCENE = 150;
    /** Frames of a transition. */
    static final int WAY = 15;

    private static final List<String> WAYS = List.of(
            "fade",
            "wipeleft",
            "slideup",
            "circleopen",
            "fade",
            "smoothleft",
            "slideleft",
            "wipeup",
            "fadeblack",
            "circleopen",
            "fade");
    private static final String TAGGED = "in_range=pc:out_range=tv:in_color_matrix=bt601:out_color_matrix=bt709";
    private static final List<String> AAC = List.of("-c:a", "aac", "-b:a", "128k", "-ar", "48000", "-ac", "2");

    private final Media media;
    private final Path font;
    private final Motion motion;
    private final boolean ways;

    /**
     * @param font of all words
     * @param ways whether scenes blend into each other; without, they are cut
     */
    Floor(Media media, Path font, Motion motion, boolean ways) {
        this.media = media;
        this.font = font;
        this.motion = motion;
        this.ways = ways;
    }

    /** Twelve scenes of five seconds, 1920x1080, with captions, a lower third, voices, and music that makes way for them. */
    List<String> story(Path film, List<String> lines, boolean lossless) {
        return film(media.wide(), media.voices(), lines, 1920, 1080, film, lossless, "");
    }

    /** Three scenes of five seconds, 1080x1920. */
    List<String> vertical(Path film, int number) {
        List<Path> stills = new ArrayList<>();
        List<Path> voices = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int q = 0; q < 3; q++) {
            int k = (number + 4 * q) % 12;
            stills.add(media.tall().get(k));
            voices.add(media.voices().get(k));
            lines.add(Media.LINES.get(k));
        }
        return film(stills, voices, lines, 1080, 1920, film, false, "1");
    }

    private List<String> film(
            List<Path> stills,
            List<Path> voices,
            List<String> lines,
            int width,
            int height,
            Path film,
            boolean lossless,
            String threads) {
        List<String> arguments = new ArrayList<>();
        List<String> graph = new ArrayList<>();
        int n = stills.size();
        for (int k = 0; k < n; k++) {
            arguments.addAll(List.of("-i", stills.get(k).toString()));
            int frames = SCENE + (ways && k < n - 1 ? WAY : 0);
            graph.add(moving("[" + k + ":v]", k, frames, width, height) + words(lines.get(k), k, width, height) + "[s"
                    + k + "]");
        }
        graph.add(joined(n));
        voices.forEach(voice -> arguments.addAll(List.of("-i", voice.toString())));
        arguments.addAll(List.of("-i", media.music().toString()));
        graph.addAll(sound(n, 5 * n));
        if (!threads.isEmpty()) {
            arguments.addAll(0, List.of("-filter_complex_threads", threads));
        }
        arguments.addAll(List.of("-filter_complex", String.join(";", graph), "-map", "[v]", "-map", "[a]"));
        arguments.addAll(video(lossless, threads));
        arguments.addAll(AAC);
        arguments.addAll(List.of("-r", "30", "-movflags", "+faststart", film.toString()));
        return arguments;
    }

    private String joined(int n) {
        if (!ways) {
            StringBuilder all = new StringBuilder();
            for (int k = 0; k < n; k++) {
                all.append("[s").append(k).append(']');
            }
            return all + "concat=n=" + n + ":v=1:a=0[v]";
        }
        List<String> chain = new ArrayList<>();
        String last = "s0";
        for (int k = 1; k < n; k++) {
            String next = k == n - 1 ? "v" : "x" + k;
            chain.add("[" + last + "][s" + k + "]xfade=transition=" + WAYS.get((k - 1) % WAYS.size())
                    + ":duration=0.5:offset=" + 5 * k + "[" + next + "]");
            last = next;
        }
        return String.join(";", chain);
    }

    private static List<String> video(boolean lossless, String threads) {
        List<String> options = new ArrayList<>(
                lossless
                        ? List.of("-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", "-pix_fmt", "yuv420p")
                        : List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-pix_fmt", "yuv420p"));
        options.addAll(List.of(
                "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv"));
        if (!threads.isEmpty()) {
            options.addAll(List.of("-threads", threads));
        }
        return options;
    }

    /** A rectangle of the picture that keeps its proportions: zoom 1 to 1.15 or back, and a drift. */
    private String moving(String input, int k, int count, int width, int height) {
        String frame = motion == Motion.ZOOMPAN ? "on" : "(in-1)";
        String done = "(" + frame + "/" + (SCENE + WAY) + ")";
        String zoom = k % 2 == 0 ? "(1+0.15*" + done + ")" : "(1.15-0.15*" + done + ")";
        String slack = k % 3 == 0 ? "(0.8-0.6*" + done + ")" : "(0.2+0.6*" + done + ")";
        String after = ",setsar=1,settb=1/" + FPS + ",setpts=N";
        if (motion == Motion.ZOOMPAN) {
            return input + "scale=iw:ih:flags=bicubic:" + TAGGED + ",format=yuv420p,zoompan=z='" + zoom
                    + "':x='(iw-iw/zoom)*" + slack + "':y='(ih-ih/zoom)*0.5':d=" + count + ":s=" + width + "x" + height
                    + ":fps=" + FPS + after;
        }
        int w = (int) (width * 1.15) / 2 * 2;
        int h = (int) (height * 1.15) / 2 * 2;
        String left = "(W-W/" + zoom + ")*" + slack;
        String top = "(H-H/" + zoom + ")*0.5";
        String right = String.format(Locale.ROOT, "(%s+W/%s*%.9f)", left, zoom, (double) w / width);
        String bottom = String.format(Locale.ROOT, "(%s+H/%s*%.9f)", top, zoom, (double) h / height);
        return input + "scale=" + w + ":" + h + ":flags=lanczos:" + TAGGED + ",format=yuv420p,loop=loop=" + (count - 1)
                + ":size=1"
                + after + ",perspective=x0='" + left + "':y0='" + top + "':x1='" + right + "':y1='" + top + "':x2='"
                + left
                + "':y2='" + bottom + "':x3='" + right + "':y3='" + bottom
                + "':sense=source:interpolation=linear:eval=frame,crop=" + width + ":" + height + ":0:0" + after;
    }

    private String words(String line, int k, int width, int height) {
        boolean upright = height > width;
        int size = upright ? 48 : width > 1000 ? 44 : 16;
        double u = size / 44.0;
        String text = upright ? folded(line) : line;
        String caption = String.format(
                Locale.ROOT,
                ",drawtext=fontfile=%s:text='%s':fontsize=%d:fontcolor=white:box=1:boxcolor=black@0.55:boxborderw=%d"
                        + ":x=(w-text_w)/2:y=h-%d:enable='between(t,%.4f,%.4f)'",
                font,
                escaped(text),
                size,
                (int) (18 * u),
                (int) ((upright ? 260 : 130) * u),
                .5,
                4.98);
        if (k > 0 || upright) {
            return caption;
        }
        String shown = ":enable='between(t,0.7,4.5)'";
        return caption
                + String.format(
                        Locale.ROOT,
                        ",drawbox=x=%d:y=ih-%d:w=%d:h=%d:color=0x1060C0@0.8:t=fill%s"
                                + ",drawtext=fontfile=%s:text='The Lighthouse':fontsize=%d:fontcolor=white:x=%d:y=h-%d%s"
                                + ",drawtext=fontfile=%s:text='A story in twelve pictures':fontsize=%d:fontcolor=white:x=%d:y=h-%d%s",
                        (int) (80 * u),
                        (int) (360 * u),
                        (int) (760 * u),
                        (int) (150 * u),
                        shown,
                        font,
                        (int) (56 * u),
                        (int) (110 * u),
                        (int) (340 * u),
                        shown,
                        font,
                        (int) (34 * u),
                        (int) (110 * u),
                        (int) (268 * u),
                        shown);
    }

    /** The executable does not wrap lines by itself. */
    private static String folded(String line) {
        int best = -1;
        for (int i = line.indexOf(' '); i >= 0; i = line.indexOf(' ', i + 1)) {
            if (best < 0 || Math.abs(2 * i - line.length()) < Math.abs(2 * best - line.length())) {
                best = i;
            }
        }
        return best < 0 ? line : line.substring(0, best) + "\n" + line.substring(best + 1);
    }

    private static String escaped(String text) {
        return text.replace("'", "\u2019")
                .replace(":", "\\:")
                .replace(",", "\\,")
                .replace("%", "\\%");
    }

    private static List<String> sound(int n, int seconds) {
        List<String> graph = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (int k = 0; k < n; k++) {
            graph.add("[" + (n + k) + ":a]aresample=48000,pan=stereo|c0=c0|c1=c0,adelay=delays=" + (5000 * k + 700)
                    + ":all=1[n" + k + "]");
            all.append("[n").append(k).append(']');
        }
        graph.add(all + "amix=inputs=" + n + ":normalize=0,apad,atrim=0:" + seconds + ",asplit=2[nv][nk]");
        graph.add("[" + 2 * n + ":a]atrim=0:" + seconds + ",volume=0.7,afade=t=out:st=" + (seconds - 2) + ":d=2[mu]");
        graph.add("[mu][nk]sidechaincompress=threshold=0.02:ratio=8:attack=20:release=400[md]");
        graph.add("[nv][md]amix=inputs=2:normalize=0,loudnorm=I=-14:TP=-1.5:LRA=11,aresample=48000,"
                + "aformat=sample_fmts=fltp:channel_layouts=stereo,atrim=0:" + seconds + "[a]");
        return graph;
    }
}
