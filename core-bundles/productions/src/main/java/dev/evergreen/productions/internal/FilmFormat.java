package dev.evergreen.productions.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.timeline.Aspect;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Size, rate and exporter of a film, from its picture format and a preset such as {@code youtube-1080p30}: an exporter (youtube when
 * left out), the shorter side in pixels, and frames a second (30 when left out).
 *
 * @param width pixels, even
 * @param height pixels, even
 * @param framesPerSecond 24 to 60
 * @param exporter plugin id
 */
record FilmFormat(int width, int height, int framesPerSecond, String exporter) {
    static final String DEFAULT_PRESET = "youtube-1080p30";

    private static final Pattern PRESET = Pattern.compile("(?:([a-z][a-z0-9-]*?)-)?(\\d{3,4}p|4k)(24|25|30|50|60)?");
    /** Short words for our own exporters; any other word is a plugin id. */
    private static final Map<String, String> EXPORTERS = Map.of(
            "youtube", "evergreen.mp4",
            "mp4", "evergreen.mp4",
            "webm", "evergreen.webm",
            "av1", "evergreen.av1",
            "prores", "evergreen.prores",
            "shorts", "evergreen.shorts",
            "square", "evergreen.square",
            "portrait", "evergreen.portrait");

    private static final double CAMERA_ROOM = 1.08;

    static FilmFormat of(String format, String preset) {
        Aspect aspect = Aspect.of(format)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.INVALID,
                        "format",
                        "The format '" + format + "' is not known; choose 16:9, 9:16, 1:1 or 4:5."));
        Matcher parts = PRESET.matcher(preset);
        if (!parts.matches()) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "preset",
                    "The preset '" + preset + "' is not known; write it like " + DEFAULT_PRESET
                            + " (exporter, shorter side, frames a second).");
        }
        int shorter = parts.group(2).equals("4k")
                ? 2160
                : Integer.parseInt(parts.group(2).replace("p", ""));
        if (shorter < 240 || shorter > 2160) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "preset",
                    "The preset '" + preset + "' asks for " + shorter + " pixels; choose 240p to 2160p.");
        }
        String exporter = parts.group(1) == null ? "youtube" : parts.group(1);
        return new FilmFormat(
                aspect.width(shorter),
                aspect.height(shorter),
                parts.group(3) == null ? 30 : Integer.parseInt(parts.group(3)),
                EXPORTERS.getOrDefault(exporter, exporter));
    }

    /** Width of the pictures to be made: the film's with room for the camera to move. */
    int pictureWidth() {
        return even(width * CAMERA_ROOM);
    }

    int pictureHeight() {
        return even(height * CAMERA_ROOM);
    }

    boolean isVertical() {
        return height > width;
    }

    static int even(double pixels) {
        return (int) Math.round(pixels / 2) * 2;
    }
}
