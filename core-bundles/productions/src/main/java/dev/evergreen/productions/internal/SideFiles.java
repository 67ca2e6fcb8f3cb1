package dev.evergreen.productions.internal;

import java.util.Map;

/** Media types of the files that stand beside a film. */
final class SideFiles {
    private static final Map<String, String> TYPES =
            Map.of("srt", "application/x-subrip", "vtt", "text/vtt", "ass", "text/x-ssa");

    private SideFiles() {}

    static String mediaType(String ending) {
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
