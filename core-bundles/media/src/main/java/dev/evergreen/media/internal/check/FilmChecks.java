package dev.evergreen.media.internal.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.evergreen.media.CheckReport;
import dev.evergreen.media.Checks;
import dev.evergreen.media.FilmFacts;
import dev.evergreen.media.Finding;
import dev.evergreen.media.Loudness;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.Stretch;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.process.ChildProcess;
import dev.evergreen.media.internal.text.CaptionPainter;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks with FFmpeg's executables. */
public final class FilmChecks implements Checks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final double LOUDNESS_TOLERANCE = 0.5;
    /** What is black, frozen or silent for less is nothing to report; see the detectors of {@link Measurement}. */
    private static final double SHORTEST_STRETCH_SECONDS = 0.5;

    /** For a film of many hours; it is ours, so nothing but a fault of ours is kept away. */
    private static final WorkLimits LIMITS =
            new WorkLimits(Duration.ofHours(1), Duration.ofHours(4), 4L << 30, 1L << 30);

    private final ChildProcess children;
    private final Fonts fonts;

    /**
     * @param temporary a folder for what child processes write
     */
    public FilmChecks(Path temporary, Fonts fonts) {
        children = new ChildProcess(temporary);
        this.fonts = fonts;
    }

    @Override
    public CheckReport check(Path film, TimelineSnapshot timeline, EncodingPlan encoding) throws MediaException {
        FilmFacts facts = facts(film);
        double secondsBetweenKeyFrames =
                encoding.pictures().map(VideoEncoding::groupOfPicturesFrames).orElse(1)
                        / timeline.canvas().frameRate().framesPerSecond();
        ChildProcess.Outcome outcome = children.ffmpeg(
                Measurement.arguments(
                        "file:" + film.toAbsolutePath(), secondsBetweenKeyFrames <= SHORTEST_STRETCH_SECONDS),
                LIMITS);
        if (outcome.exit() != 0) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE, film + " cannot be decoded: " + outcome.complaint());
        }
        Measurement measured = Measurement.of(outcome.errors(), facts.videoDuration());
        List<Finding> findings = new ArrayList<>();
        compare(facts, timeline, encoding.canvas(timeline.canvas()), findings);
        encoding.sound().ifPresent(sound -> loudness(measured.loudness(), sound, findings));
        Expectations expectations = new Expectations(timeline);
        for (Stretch stretch : measured.stretches()) {
            if (!expectations.wanted(stretch)) {
                findings.add(new Finding(
                        stretch.kind().name().toLowerCase(Locale.ROOT),
                        false,
                        String.format(
                                Locale.ROOT,
                                "The film is %s from %.1f s to %.1f s",
                                stretch.kind().name().toLowerCase(Locale.ROOT),
                                stretch.start().toMillis() / 1000.0,
                                stretch.end().toMillis() / 1000.0)));
            }
        }
        captions(timeline, findings);
        return new CheckReport(facts, measured.loudness(), measured.stretches(), findings);
    }

    private FilmFacts facts(Path film) throws MediaException {
        ChildProcess.Outcome outcome = children.ffprobe(
                List.of(
                        "-v",
                        "error",
                        "-protocol_whitelist",
                        "file",
                        "-count_packets",
                        "-show_streams",
                        "-show_format",
                        "-of",
                        "json",
                        "-i",
                        "file:" + film.toAbsolutePath()),
                LIMITS);
        if (outcome.exit() != 0) {
            throw new MediaException(MediaException.Kind.UNREADABLE, film + " cannot be read: " + outcome.complaint());
        }
        try {
            JsonNode json = JSON.readTree(outcome.output());
            JsonNode video = stream(json, "video");
            JsonNode audio = stream(json, "audio");
            String[] rate = video.path("avg_frame_rate").asText("0/1").split("/");
            Duration whole = seconds(json.path("format").path("duration").asDouble());
            return new FilmFacts(
                    json.path("format").path("format_name").asText().contains("mp4") ? "mp4" : "webm",
                    video.path("codec_name").asText(),
                    video.path("profile").asText(),
                    video.path("width").asInt(),
                    video.path("height").asInt(),
                    new FrameRate(Math.max(1, Integer.parseInt(rate[0])), Math.max(1, Integer.parseInt(rate[1]))),
                    video.path("nb_read_packets").asLong(),
                    video.path("color_space").asText(),
                    audio.path("codec_name").asText(),
                    audio.path("sample_rate").asInt(),
                    audio.path("channels").asInt(),
                    duration(video, whole),
                    duration(audio, whole),
                    json.path("format").path("size").asLong());
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new MediaException(MediaException.Kind.ENGINE, "ffprobe's answer on " + film + " cannot be read", e);
        }
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

    private static void compare(FilmFacts facts, TimelineSnapshot timeline, Canvas canvas, List<Finding> findings) {
        if (facts.width() != canvas.width() || facts.height() != canvas.height()) {
            findings.add(new Finding(
                    "facts",
                    true,
                    "The film has " + facts.width() + "x" + facts.height() + " pixels, but its canvas has "
                            + canvas.width() + "x"
                            + canvas.height()));
        }
        if (facts.audioChannels() != 2 || facts.audioSampleRate() != FrameRate.SAMPLE_RATE) {
            findings.add(new Finding(
                    "facts",
                    true,
                    "The film's sound has " + facts.audioChannels() + " channels at " + facts.audioSampleRate()
                            + " Hz, but should have 2 at 48000 Hz"));
        }
        if (facts.frames() != timeline.durationFrames()) {
            findings.add(new Finding(
                    "length",
                    true,
                    "The film has " + facts.frames() + " frames, but its timeline has " + timeline.durationFrames()));
        }
        long apart = facts.videoDuration().minus(facts.audioDuration()).abs().toMillis();
        double frame = 1000 / timeline.canvas().frameRate().framesPerSecond();
        if (apart > frame + 22) {
            findings.add(new Finding("sync", true, "Picture and sound differ in length by " + apart + " ms"));
        }
    }

    private static void loudness(Loudness loudness, AudioEncoding sound, List<Finding> findings) {
        double wanted = sound.loudness();
        if (!loudness.silent() && Math.abs(loudness.integrated() - wanted) > LOUDNESS_TOLERANCE) {
            findings.add(new Finding(
                    "loudness",
                    Math.abs(loudness.integrated() - wanted) > 1,
                    String.format(
                            Locale.ROOT,
                            "The film's loudness is %.1f LUFS, but should be %.1f",
                            loudness.integrated(),
                            wanted)));
        }
        if (loudness.truePeak() > sound.truePeak() + 0.1) {
            findings.add(new Finding(
                    "true-peak",
                    loudness.truePeak() > 0,
                    String.format(
                            Locale.ROOT,
                            "The film's true peak is %.1f dBTP, but should not exceed %.1f",
                            loudness.truePeak(),
                            sound.truePeak())));
        }
    }

    private void captions(TimelineSnapshot timeline, List<Finding> findings) {
        CaptionPainter painter = new CaptionPainter(fonts, timeline.canvas());
        Map<String, CaptionStyle> styles = new HashMap<>();
        timeline.captionStyles().forEach(style -> styles.put(style.id(), style));
        for (CaptionTrack track : timeline.captionTracks()) {
            for (CaptionClip clip : track.clips()) {
                CaptionStyle style = styles.get(clip.styleId());
                if (track.burnedIn() && style != null && !painter.safe(clip.text(), style)) {
                    findings.add(new Finding(
                            "caption-safe-area",
                            false,
                            "The caption " + clip.id() + " leaves the safe area; shorten it or set it smaller"));
                }
            }
        }
    }
}
