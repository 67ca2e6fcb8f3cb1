package dev.evergreen.spi.export;

import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names under which a timeline's media lie beside what an {@link InterchangeExporter} writes: in the folder {@value #FOLDER}, the first
 * 16 digits of the digest, and the ending of the format. The engine copies them there.
 */
public final class MediaNames {
    public static final String FOLDER = "media";

    private static final int DIGITS = 16;
    private static final int START = "sha256:".length();

    private MediaNames() {}

    /** Paths relative to the exported files, by digest. */
    public static Map<String, String> of(TimelineSnapshot timeline) {
        Map<String, String> names = new TreeMap<>();
        for (VisualTrack track : timeline.visualTracks()) {
            for (VisualClip clip : track.clips()) {
                if (clip.source() instanceof MediaSource media) {
                    names.put(media.digest(), name(media.digest(), ending(media.mediaType())));
                } else if (clip.source() instanceof LayeredSource layered) {
                    layered.layers().forEach(layer -> names.put(layer.digest(), name(layer.digest(), "png")));
                }
            }
        }
        for (AudioTrack track : timeline.audioTracks()) {
            for (AudioClip clip : track.clips()) {
                // Ingest leaves sound without pictures as FLAC.
                names.putIfAbsent(clip.digest(), name(clip.digest(), "flac"));
            }
        }
        return names;
    }

    private static String name(String digest, String ending) {
        return FOLDER + "/" + digest.substring(START, START + DIGITS) + "." + ending;
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "image/jpeg" -> "jpg";
            case "video/quicktime" -> "mov";
            case "video/x-matroska" -> "mkv";
            default -> mediaType.substring(mediaType.indexOf('/') + 1).replaceAll("[^A-Za-z0-9]", "");
        };
    }
}
