package dev.evergreen.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The story as a project of the MLT framework, made by its player {@code melt} where that is installed. */
final class Melt {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    /** Pictures of the framework that say how a wipe goes; empty for a cross-dissolve. */
    private static final List<String> LUMAS = List.of(
            "",
            "%luma01.pgm",
            "%luma02.pgm",
            "%luma04.pgm",
            "",
            "%luma05.pgm",
            "%luma03.pgm",
            "%luma06.pgm",
            "",
            "%luma16.pgm",
            "");

    private final Media media;
    private final StringBuilder xml = new StringBuilder();

    private Melt(Media media) {
        this.media = media;
    }

    static boolean isInstalled() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("melt", "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such executable
        }
    }

    /** Makes the first scenes of the story with the same settings of the encoder. */
    static void story(Media media, Path folder, Path film, int scenes) throws IOException, InterruptedException {
        Path project = folder.resolve("story.mlt");
        Files.writeString(project, new Melt(media).story());
        Process process = new ProcessBuilder(
                        "melt",
                        "-silent",
                        project.toString(),
                        "in=0",
                        "out=" + (scenes * Floor.SCENE - 1),
                        "-consumer",
                        "avformat:" + film,
                        "vcodec=libx264",
                        "preset=veryfast",
                        "crf=23",
                        "pix_fmt=yuv420p",
                        "acodec=aac",
                        "ab=128k",
                        "ar=48000",
                        "channels=2",
                        "real_time=-2")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("melt failed: " + output);
        }
    }

    private String story() {
        int n = media.wide().size();
        add(
                "<?xml version=\"1.0\"?><mlt LC_NUMERIC=\"C\" root=\"\" producer=\"main\">"
                        + "<profile description=\"story\" width=\"%d\" height=\"%d\" progressive=\"1\" sample_aspect_num=\"1\""
                        + " sample_aspect_den=\"1\" display_aspect_num=\"16\" display_aspect_den=\"9\" frame_rate_num=\"%d\""
                        + " frame_rate_den=\"1\" colorspace=\"709\"/>",
                WIDTH, HEIGHT, Floor.FPS);
        for (int k = 0; k < n; k++) {
            scene(k);
        }
        int end = Floor.SCENE + Floor.WAY - 1;
        for (int k = 0; k < n - 1; k++) {
            String luma = LUMAS.get(k % LUMAS.size());
            add(
                    "<tractor id=\"way%d\" in=\"0\" out=\"%d\"><track producer=\"scene%d\" in=\"%d\" out=\"%d\"/><track"
                            + " producer=\"scene%d\" in=\"0\" out=\"%d\"/><transition in=\"0\" out=\"%d\">%s%s</transition></tractor>",
                    k,
                    Floor.WAY - 1,
                    k,
                    Floor.SCENE,
                    end,
                    k + 1,
                    Floor.WAY - 1,
                    Floor.WAY - 1,
                    properties("a_track", 0, "b_track", 1, "mlt_service", "luma", "softness", 0.1),
                    luma.isEmpty() ? "" : properties("resource", luma));
        }
        xml.append("<playlist id=\"pictures\">");
        for (int k = 0; k < n; k++) {
            entry("scene" + k, k == 0 ? 0 : Floor.WAY, Floor.SCENE - 1);
            if (k < n - 1) {
                entry("way" + k, 0, Floor.WAY - 1);
            }
        }
        xml.append("</playlist>");
        sound(n);
        return xml.append("</mlt>").toString();
    }

    private void scene(int k) {
        double first = k % 2 == 0 ? 1 : 1.15;
        double last = k % 2 == 0 ? 1.15 : 1;
        double before = k % 3 == 0 ? .8 : .2;
        int end = Floor.SCENE + Floor.WAY;
        add(
                "<producer id=\"scene%d\" in=\"0\" out=\"%d\">%s<filter>%s</filter>%s",
                k,
                end - 1,
                properties("resource", media.wide().get(k), "mlt_service", "pixbuf", "length", end + 1, "ttl", 1),
                properties(
                        "mlt_service",
                        "affine",
                        "background",
                        "colour:0",
                        "transition.rect",
                        "0=" + rectangle(first, before) + ";" + end + "=" + rectangle(last, 1 - before),
                        "transition.distort",
                        0,
                        "transition.fill",
                        1),
                text(
                        Media.LINES.get(k),
                        44,
                        "0 " + (HEIGHT - 150) + " " + WIDTH + " 70 1",
                        15,
                        149,
                        "#8c000000",
                        "center"));
        if (k == 0) {
            xml.append(text("The Lighthouse", 56, "80 720 760 85 1", 21, 135, "#cc1060c0", "left"))
                    .append(text("A story in twelve pictures", 34, "80 805 760 65 1", 21, 135, "#cc1060c0", "left"));
        }
        xml.append("</producer>");
    }

    private void sound(int n) {
        int frames = n * Floor.SCENE;
        List<String> levels = new ArrayList<>(List.of("0=0"));
        StringBuilder spoken = new StringBuilder();
        int length = 110;
        int at = 0;
        for (int k = 0; k < n; k++) {
            int start = k * Floor.SCENE + 21;
            add(
                    "<producer id=\"voice%d\" in=\"0\" out=\"%d\">%s</producer>",
                    k, length - 1, properties("resource", media.voices().get(k), "mlt_service", "avformat"));
            spoken.append(String.format(
                    Locale.ROOT,
                    "<blank length=\"%d\"/><entry producer=\"voice%d\" in=\"0\" out=\"%d\"/>",
                    start - at,
                    k,
                    length - 1));
            at = start + length;
            levels.add(start - 3 + "=0;" + start + "=-12;" + at + "=-12;" + (at + 10) + "=0");
        }
        add("<playlist id=\"voices\">%s</playlist>", spoken);
        add(
                "<producer id=\"bed\" in=\"0\" out=\"%d\">%s<filter>%s</filter></producer><playlist id=\"music\">",
                frames - 1,
                properties("resource", media.music(), "mlt_service", "avformat"),
                properties("mlt_service", "volume", "level", String.join(";", levels)));
        entry("bed", 0, frames - 1);
        add(
                "</playlist><tractor id=\"main\" in=\"0\" out=\"%d\"><track producer=\"pictures\"/><track producer=\"voices\""
                        + " hide=\"video\"/><track producer=\"music\" hide=\"video\"/>",
                frames - 1);
        for (int track = 1; track <= 2; track++) {
            add(
                    "<transition>%s</transition>",
                    properties("a_track", 0, "b_track", track, "mlt_service", "mix", "always_active", 1, "sum", 1));
        }
        add("<filter>%s</filter></tractor>", properties("mlt_service", "dynamic_loudness", "target_loudness", -14));
    }

    private static String text(
            String words, int size, String place, int from, int to, String ground, String alignment) {
        return "<filter in=\"" + from + "\" out=\"" + to + "\">"
                + properties(
                        "mlt_service",
                        "dynamictext",
                        "argument",
                        words,
                        "geometry",
                        place,
                        "family",
                        "DejaVu Sans",
                        "size",
                        size,
                        "weight",
                        700,
                        "fgcolour",
                        "#ffffffff",
                        "bgcolour",
                        ground,
                        "olcolour",
                        "#00000000",
                        "pad",
                        14,
                        "halign",
                        alignment,
                        "valign",
                        "middle")
                + "</filter>";
    }

    private static String rectangle(double zoom, double slack) {
        return String.format(
                Locale.ROOT,
                "%.3f %.3f %.3f %.3f 1",
                -(WIDTH * zoom - WIDTH) * slack,
                -(HEIGHT * zoom - HEIGHT) * .5,
                WIDTH * zoom,
                HEIGHT * zoom);
    }

    private void entry(String producer, int from, int to) {
        add("<entry producer=\"%s\" in=\"%d\" out=\"%d\"/>", producer, from, to);
    }

    private static String properties(Object... namesAndValues) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.append("<property name=\"")
                    .append(namesAndValues[i])
                    .append("\">")
                    .append(namesAndValues[i + 1])
                    .append("</property>");
        }
        return all.toString();
    }

    private void add(String format, Object... values) {
        xml.append(String.format(Locale.ROOT, format, values));
    }
}
