package dev.evergreen.media.internal.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.evergreen.media.FilmFacts;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.process.ChildProcess;
import dev.evergreen.spi.timeline.FrameRate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** What a film's file says of itself. */
final class FilmProbe {
    private static final JsonMapper JSON = new JsonMapper();

    private FilmProbe() {}

    /**
     * @param json ffprobe's answer with the film's format and streams
     */
    static FilmFacts facts(ChildProcess.Outcome json, Path film) throws MediaException {
        try {
            JsonNode all = JSON.readTree(json.output());
            JsonNode video = stream(all, "video");
            JsonNode audio = stream(all, "audio");
            String[] rate = video.path("avg_frame_rate").asText("0/1").split("/");
            Duration whole = seconds(all.path("format").path("duration").asDouble());
            boolean mp4 = all.path("format").path("format_name").asText().contains("mp4");
            return new FilmFacts(
                    mp4 ? "mp4" : "webm",
                    video.path("codec_name").asText(),
                    video.path("profile").asText(),
                    video.path("width").asInt(),
                    video.path("height").asInt(),
                    new FrameRate(Math.max(1, Integer.parseInt(rate[0])), Math.max(1, Integer.parseInt(rate[1]))),
                    video.path("nb_read_packets").asLong(),
                    video.path("pix_fmt").asText(),
                    colour(video),
                    audio.path("codec_name").asText(),
                    audio.path("sample_rate").asInt(),
                    audio.path("channels").asInt(),
                    duration(video, whole),
                    audio.isEmpty() ? Duration.ZERO : duration(audio, whole),
                    seconds(audio.path("start_time").asDouble())
                            .minus(seconds(video.path("start_time").asDouble())),
                    !mp4 || indexComesFirst(film),
                    all.path("format").path("size").asLong());
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new MediaException(MediaException.Kind.ENGINE, "ffprobe's answer on " + film + " cannot be read", e);
        } catch (IOException e) {
            throw new MediaException(MediaException.Kind.UNREADABLE, film + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static FilmFacts.Colour colour(JsonNode video) {
        return new FilmFacts.Colour(
                video.path("color_space").asText(),
                video.path("color_primaries").asText(),
                video.path("color_transfer").asText(),
                video.path("color_range").asText());
    }

    private static JsonNode stream(JsonNode json, String type) {
        for (JsonNode stream : json.path("streams")) {
            if (stream.path("codec_type").asText().equals(type)) {
                return stream;
            }
        }
        return JSON.createObjectNode();
    }

    private static Duration duration(JsonNode stream, Duration fallback) {
        return stream.has("duration") ? seconds(stream.path("duration").asDouble()) : fallback;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** Whether the box {@code moov} stands before {@code mdat} (ISO/IEC 14496-12), so that playing starts at once. */
    private static boolean indexComesFirst(Path film) throws IOException {
        try (FileChannel file = FileChannel.open(film)) {
            ByteBuffer head = ByteBuffer.allocate(16);
            long at = 0;
            while (file.read(head.clear(), at) == head.capacity()) {
                String type = new String(head.array(), 4, 4, StandardCharsets.ISO_8859_1);
                if (type.equals("moov") || type.equals("mdat")) {
                    return type.equals("moov");
                }
                long size = Integer.toUnsignedLong(head.getInt(0));
                at += Math.max(8, size == 1 ? head.getLong(8) : size);
            }
            return false;
        }
    }
}
