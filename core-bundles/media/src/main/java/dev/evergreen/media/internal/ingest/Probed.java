package dev.evergreen.media.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaInfo;
import dev.evergreen.media.MediaKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What ffprobe says of a file.
 *
 * @param info for others
 * @param frameRate of a moving picture as FFmpeg writes it, such as {@code 30000/1001}; empty where unknown
 * @param transfer the transfer characteristics, such as {@code smpte2084}; empty where unknown
 * @param interlaced whether its frames are made of fields
 * @param orientation of a JPEG picture, 1 to 8
 */
record Probed(MediaInfo info, String frameRate, String transfer, boolean interlaced, int orientation) {
    static Probed of(JsonNode json, Signature signature, String name, long bytes, String digest, int orientation)
            throws MediaException {
        JsonNode video = stream(json, "video");
        JsonNode audio = stream(json, "audio");
        boolean cover =
                video != null && video.path("disposition").path("attached_pic").asInt() == 1;
        if (video == null && audio == null) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE,
                    name + " starts like " + signature.mediaType() + ", but has neither picture nor sound in it");
        }
        MediaKind kind = kind(signature, json, cover ? null : video);
        if (kind == MediaKind.AUDIO && audio == null) {
            throw new MediaException(MediaException.Kind.UNREADABLE, name + " has no sound in it");
        }
        JsonNode shown = kind == MediaKind.AUDIO || video == null ? null : video;
        boolean swapped = shown != null && (quarterTurned(shown) || Orientation.swapsSides(orientation));
        int width = shown == null ? 0 : shown.path(swapped ? "height" : "width").asInt();
        int height =
                shown == null ? 0 : shown.path(swapped ? "width" : "height").asInt();
        String pixels = shown == null ? "" : shown.path("pix_fmt").asText();
        boolean transparent = pixels.startsWith("rgba")
                || pixels.startsWith("yuva")
                || pixels.startsWith("ya")
                || pixels.startsWith("bgra")
                || pixels.startsWith("argb")
                || pixels.startsWith("pal8")
                || pixels.startsWith("gbrap");
        Duration duration = kind == MediaKind.IMAGE
                ? Duration.ZERO
                : Duration.ofNanos(
                        (long) (1e9 * json.path("format").path("duration").asDouble()));
        String type = kind == MediaKind.AUDIO
                ? signature.mediaType().replaceFirst("^video/", "audio/")
                : signature.mediaType();
        MediaInfo info = new MediaInfo(
                kind,
                kind == MediaKind.VIDEO && type.equals("image/gif") ? "image/gif" : type,
                width,
                height,
                duration,
                transparent,
                audio == null ? 0 : audio.path("channels").asInt(),
                bytes,
                digest);
        String order = shown == null ? "" : shown.path("field_order").asText();
        return new Probed(
                info,
                shown == null ? "" : shown.path("avg_frame_rate").asText(),
                shown == null ? "" : shown.path("color_transfer").asText(),
                !order.isEmpty() && !order.equals("progressive") && !order.equals("unknown"),
                orientation);
    }

    private static MediaKind kind(Signature signature, JsonNode json, @Nullable JsonNode video) {
        if (signature.kind() == MediaKind.IMAGE) {
            boolean moves = signature.demuxer().equals("gif")
                    && json.path("format").path("duration").asDouble() > 0.15;
            return moves ? MediaKind.VIDEO : MediaKind.IMAGE;
        }
        return video == null ? MediaKind.AUDIO : MediaKind.VIDEO;
    }

    private static @Nullable JsonNode stream(JsonNode json, String type) {
        for (JsonNode stream : json.path("streams")) {
            if (stream.path("codec_type").asText().equals(type)) {
                return stream;
            }
        }
        return null;
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
