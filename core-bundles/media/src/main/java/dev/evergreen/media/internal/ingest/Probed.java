package dev.evergreen.media.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaInfo;
import dev.evergreen.media.MediaKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ffprobe says of a file.
 *
 * @param info for others; its size is the one to be shown, upright and with square pixels
 * @param frameRate of a moving picture, frames a second; 0 where unknown
 * @param transfer the transfer characteristics, such as {@code smpte2084}; empty where unknown
 * @param fields whether its frames are made of fields
 * @param orientation of a JPEG picture, 1 to 8
 * @param sound the index of the sound to use; -1 for none
 * @param tiles the pieces that a still is made of, each at its place; empty for a whole one
 * @param notes what cannot be kept
 */
record Probed(
        MediaInfo info,
        double frameRate,
        String transfer,
        Fields fields,
        int orientation,
        int sound,
        TileGrid tiles,
        List<String> notes) {
    /** Beyond these a pixel's shape is an error rather than a format. */
    private static final double NARROWEST_PIXEL = 0.2;

    private static final double WIDEST_PIXEL = 5;

    /** Whether frames are made of two fields. */
    enum Fields {
        NO,
        /** Each frame says it of itself. */
        PERHAPS,
        YES
    }

    Probed {
        notes = List.copyOf(notes);
    }

    static Probed of(JsonNode json, Signature signature, String name, long bytes, String digest, int orientation)
            throws MediaException {
        List<JsonNode> videos = streams(json, "video");
        List<JsonNode> audios = streams(json, "audio");
        List<String> notes = new ArrayList<>();
        @Nullable
        JsonNode video = videos.stream()
                .filter(stream ->
                        stream.path("disposition").path("attached_pic").asInt() != 1)
                .findFirst()
                .orElse(null);
        @Nullable JsonNode audio = sound(audios);
        MediaKind kind = kind(signature, json, video);
        if (kind == MediaKind.AUDIO && audio == null || kind != MediaKind.AUDIO && video == null) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE,
                    name + " starts like " + signature.mediaType() + ", but there is "
                            + (audios.isEmpty() && videos.isEmpty()
                                    ? "neither picture nor sound in it"
                                    : "no " + (kind == MediaKind.AUDIO ? "sound" : "picture")
                                            + " in it that can be decoded"));
        }
        if (audios.size() > 1) {
            notes.add("Of its " + audios.size() + " sound tracks one is used");
        } else if (audio == null && !audios.isEmpty()) {
            notes.add("Its sound cannot be decoded and is left out");
        }
        @Nullable JsonNode shown = kind == MediaKind.AUDIO ? null : video;
        TileGrid tiles = kind == MediaKind.IMAGE ? TileGrid.of(json) : TileGrid.NONE;
        boolean turned = shown != null && (quarterTurned(shown) || Orientation.swapsSides(orientation));
        int width = 0;
        int height = 0;
        if (shown != null) {
            width = tiles.isEmpty() ? shown.path("width").asInt() : tiles.width();
            height = tiles.isEmpty() ? shown.path("height").asInt() : tiles.height();
            width = kind == MediaKind.VIDEO ? (int) Math.round(width * pixelShape(shown)) : width;
        }
        boolean transparent = shown != null && transparent(shown.path("pix_fmt").asText());
        if (transparent && kind == MediaKind.VIDEO) {
            notes.add("Where it is transparent, black is shown");
        }
        Duration duration = kind == MediaKind.IMAGE
                ? Duration.ZERO
                : Duration.ofNanos(
                        (long) (1e9 * json.path("format").path("duration").asDouble()));
        String type = kind == MediaKind.AUDIO
                ? signature.mediaType().replaceFirst("^video/", "audio/")
                : signature.mediaType();
        MediaInfo info = new MediaInfo(
                kind,
                type,
                turned ? height : width,
                turned ? width : height,
                duration,
                transparent,
                audio == null ? 0 : audio.path("channels").asInt(),
                bytes,
                digest);
        return new Probed(
                info,
                shown == null ? 0 : frameRate(shown),
                shown == null ? "" : shown.path("color_transfer").asText(),
                shown == null ? Fields.NO : fields(shown.path("field_order").asText()),
                orientation,
                audio == null ? -1 : audio.path("index").asInt(),
                tiles,
                notes);
    }

    private static MediaKind kind(Signature signature, JsonNode json, @Nullable JsonNode video) {
        if (signature.kind() == MediaKind.IMAGE) {
            boolean moves = signature.demuxer().equals("gif")
                    && json.path("format").path("duration").asDouble() > 0.15;
            return moves ? MediaKind.VIDEO : MediaKind.IMAGE;
        }
        return video == null ? MediaKind.AUDIO : MediaKind.VIDEO;
    }

    /** The track that the file itself prefers, of those that can be decoded. */
    private static @Nullable JsonNode sound(List<JsonNode> audios) {
        JsonNode found = null;
        for (JsonNode audio : audios) {
            boolean known = audio.path("sample_rate").asInt() > 0
                    && audio.path("channels").asInt() > 0
                    && !audio.path("codec_name").asText("unknown").equals("unknown");
            boolean preferred = audio.path("disposition").path("default").asInt() == 1;
            if (known
                    && (found == null
                            || preferred
                                    && found.path("disposition").path("default").asInt() != 1)) {
                found = audio;
            }
        }
        return found;
    }

    private static boolean transparent(String pixels) {
        return pixels.startsWith("rgba")
                || pixels.startsWith("yuva")
                || pixels.startsWith("ya")
                || pixels.startsWith("bgra")
                || pixels.startsWith("argb")
                || pixels.startsWith("abgr")
                || pixels.startsWith("pal8")
                || pixels.startsWith("gbrap");
    }

    private static Fields fields(String order) {
        return switch (order) {
            case "progressive" -> Fields.NO;
            case "", "unknown" -> Fields.PERHAPS;
            default -> Fields.YES;
        };
    }

    /** The width of a pixel over its height. */
    private static double pixelShape(JsonNode video) {
        double shape = ratio(video.path("sample_aspect_ratio").asText().replace(':', '/'));
        return shape >= NARROWEST_PIXEL && shape <= WIDEST_PIXEL ? shape : 1;
    }

    /** Where the frames come irregularly, the rate of the clock that their times fit. */
    private static double frameRate(JsonNode video) {
        double average = ratio(video.path("avg_frame_rate").asText());
        double clock = ratio(video.path("r_frame_rate").asText());
        return average > 0 && (clock < average || clock > 61) ? average : clock;
    }

    private static double ratio(String fraction) {
        String[] parts = fraction.split("/");
        if (parts.length != 2 || !fraction.matches("\\d{1,12}/\\d{1,12}")) {
            return 0;
        }
        double denominator = Double.parseDouble(parts[1]);
        return denominator == 0 ? 0 : Double.parseDouble(parts[0]) / denominator;
    }

    private static List<JsonNode> streams(JsonNode json, String type) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode stream : json.path("streams")) {
            if (stream.path("codec_type").asText().equals(type)) {
                found.add(stream);
            }
        }
        return found;
    }

    private static boolean quarterTurned(JsonNode video) {
        for (JsonNode data : video.path("side_data_list")) {
            if (data.has("rotation") && Math.abs(data.path("rotation").asInt()) % 180 == 90) {
                return true;
            }
        }
        return false;
    }
}
