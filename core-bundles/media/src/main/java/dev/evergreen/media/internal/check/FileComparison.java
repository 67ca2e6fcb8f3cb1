package dev.evergreen.media.internal.check;

import dev.evergreen.media.FilmFacts;
import dev.evergreen.media.Finding;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds what a file says of itself against what was ordered. */
final class FileComparison {
    /** Codecs that viewers' players take only in this form. */
    private static final Map<VideoCodec, String> PICTURES =
            Map.of(VideoCodec.H264, "h264", VideoCodec.VP9, "vp9", VideoCodec.AV1, "av1");

    private static final Map<AudioCodec, String> SOUNDS = Map.of(AudioCodec.AAC, "aac", AudioCodec.OPUS, "opus");
    private static final int MILLIS_OF_AN_AUDIO_FRAME = 22;
    /** Sound that is early is noticed from 45 ms on, late sound later (ITU-R BT.1359-1). */
    private static final int NOTICED_MILLIS = 45;

    private static final int ANNOYING_MILLIS = 90;

    private final FilmFacts facts;
    private final TimelineSnapshot timeline;
    private final EncodingPlan encoding;
    private final List<Finding> findings = new ArrayList<>();

    FileComparison(FilmFacts facts, TimelineSnapshot timeline, EncodingPlan encoding) {
        this.facts = facts;
        this.timeline = timeline;
        this.encoding = encoding;
    }

    List<Finding> findings() {
        pictures();
        sound();
        length();
        if (encoding.container() == Container.MP4 && !facts.startsAtOnce()) {
            add(
                    "streaming",
                    false,
                    "The index stands at the file's end, so players must load all of it before they start");
        }
        return List.copyOf(findings);
    }

    private void pictures() {
        Canvas canvas = encoding.canvas(timeline.canvas());
        if (facts.width() != canvas.width() || facts.height() != canvas.height()) {
            add(
                    "facts",
                    true,
                    "The film has " + facts.width() + "x" + facts.height() + " pixels, but its canvas has "
                            + canvas.width() + "x" + canvas.height());
        }
        if (Math.abs(facts.frameRate().framesPerSecond() - canvas.frameRate().framesPerSecond()) > 0.01) {
            add(
                    "facts",
                    true,
                    String.format(
                            Locale.ROOT,
                            "The film has %.3f frames a second, but its canvas has %.3f",
                            facts.frameRate().framesPerSecond(),
                            canvas.frameRate().framesPerSecond()));
        }
        String codec =
                encoding.pictures().map(VideoEncoding::codec).map(PICTURES::get).orElse(null);
        if (codec != null) {
            if (!codec.equals(facts.videoCodec())) {
                add("facts", true, "The pictures are coded as " + facts.videoCodec() + ", but should be " + codec);
            }
            if (!facts.pixelFormat().equals("yuv420p")) {
                add(
                        "facts",
                        true,
                        "The pictures are stored as " + facts.pixelFormat()
                                + ", which many players cannot show; they should be yuv420p");
            }
            if (!facts.colour().equals(FilmFacts.Colour.BT709)) {
                add(
                        "colour",
                        false,
                        "The file tells players the colours " + facts.colour()
                                + ", but they are BT.709 in the limited range; they may look pale or off");
            }
        }
    }

    private void sound() {
        if (facts.audioChannels() == 0) {
            add("facts", true, "The film has no sound track");
            return;
        }
        if (facts.audioChannels() != 2 || facts.audioSampleRate() != FrameRate.SAMPLE_RATE) {
            add(
                    "facts",
                    true,
                    "The film's sound has " + facts.audioChannels() + " channels at " + facts.audioSampleRate()
                            + " Hz, but should have 2 at 48000 Hz");
        }
        String codec =
                encoding.sound().map(AudioEncoding::codec).map(SOUNDS::get).orElse(null);
        if (codec != null && !codec.equals(facts.audioCodec())) {
            add("facts", true, "The sound is coded as " + facts.audioCodec() + ", but should be " + codec);
        }
    }

    private void length() {
        if (facts.frames() != timeline.durationFrames()) {
            Duration film = time(facts.frames());
            Duration ordered = time(timeline.durationFrames());
            boolean shorter = film.compareTo(ordered) < 0;
            findings.add(Finding.part(
                    "length",
                    true,
                    "The film has " + facts.frames() + " frames, but its timeline has " + timeline.durationFrames(),
                    shorter ? film : ordered,
                    shorter ? ordered : film));
        }
        long apart = facts.videoDuration().minus(facts.audioDuration()).abs().toMillis();
        double frame = 1000 / timeline.canvas().frameRate().framesPerSecond();
        if (facts.audioChannels() > 0 && apart > frame + MILLIS_OF_AN_AUDIO_FRAME) {
            add("sync", true, "Picture and sound differ in length by " + apart + " ms");
        }
    }

    /** What a measured offset means for viewers. */
    Optional<Finding> sync(SyncMeter.Offset offset) {
        long late = offset.lateMilliseconds() + facts.audioDelay().toMillis();
        if (Math.abs(late) <= NOTICED_MILLIS) {
            return Optional.empty();
        }
        Duration start = Duration.ofMillis(offset.place() * 1000 / FrameRate.SAMPLE_RATE);
        return Optional.of(Finding.part(
                "sync",
                Math.abs(late) > ANNOYING_MILLIS,
                "Speech is heard " + Math.abs(late) + " ms too " + (late > 0 ? "late" : "early"),
                start,
                start.plusSeconds(1)));
    }

    private Duration time(long frames) {
        return Duration.ofNanos(
                Math.round(frames * 1e9 / timeline.canvas().frameRate().framesPerSecond()));
    }

    private void add(String code, boolean grave, String message) {
        findings.add(Finding.whole(code, grave, message));
    }
}
