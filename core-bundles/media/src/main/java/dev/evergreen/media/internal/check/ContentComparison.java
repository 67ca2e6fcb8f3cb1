package dev.evergreen.media.internal.check;

import dev.evergreen.media.Finding;
import dev.evergreen.media.Loudness;
import dev.evergreen.media.Stretch;
import dev.evergreen.media.internal.text.CaptionPainter;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds what is seen and heard against what the timeline asks for. */
final class ContentComparison {
    private static final double LOUDNESS_TOLERANCE = 0.5;
    private static final double GRAVE_LOUDNESS = 1;
    private static final double PEAK_TOLERANCE = 0.1;

    private final TimelineSnapshot timeline;
    private final Fonts fonts;

    ContentComparison(TimelineSnapshot timeline, Fonts fonts) {
        this.timeline = timeline;
        this.fonts = fonts;
    }

    List<Finding> stretches(List<Stretch> stretches) {
        Expectations expectations = new Expectations(timeline);
        List<Finding> findings = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (!expectations.wanted(stretch)) {
                String kind = stretch.kind().name().toLowerCase(Locale.ROOT);
                findings.add(Finding.part(
                        kind,
                        false,
                        String.format(
                                Locale.ROOT,
                                "The film%s is %s from %.1f s to %.1f s",
                                stretch.kind() == Stretch.Kind.CLIPPED ? "'s sound" : "",
                                kind,
                                stretch.start().toMillis() / 1000.0,
                                stretch.end().toMillis() / 1000.0),
                        stretch.start(),
                        stretch.end()));
            }
        }
        return findings;
    }

    List<Finding> loudness(Loudness loudness, AudioEncoding sound) {
        List<Finding> findings = new ArrayList<>();
        double wanted = sound.loudness();
        double apart = Math.abs(loudness.integrated() - wanted);
        if (!loudness.silent() && apart > LOUDNESS_TOLERANCE) {
            findings.add(Finding.whole(
                    "loudness",
                    apart > GRAVE_LOUDNESS,
                    String.format(
                            Locale.ROOT,
                            "The film's loudness is %.1f LUFS, but should be %.1f",
                            loudness.integrated(),
                            wanted)));
        }
        if (loudness.truePeak() > sound.truePeak() + PEAK_TOLERANCE) {
            findings.add(Finding.whole(
                    "true-peak",
                    loudness.truePeak() > 0,
                    String.format(
                            Locale.ROOT,
                            "The film's true peak is %.1f dBTP, but should not exceed %.1f",
                            loudness.truePeak(),
                            sound.truePeak())));
        }
        return findings;
    }

    List<Finding> captions() {
        List<Finding> findings = new ArrayList<>();
        CaptionPainter painter = new CaptionPainter(fonts, timeline.canvas());
        Map<String, CaptionStyle> styles = new HashMap<>();
        timeline.captionStyles().forEach(style -> styles.put(style.id(), style));
        for (CaptionTrack track : timeline.captionTracks()) {
            for (CaptionClip clip : track.clips()) {
                CaptionStyle style = styles.get(clip.styleId());
                if (track.burnedIn() && style != null && !safe(painter, clip, track, style)) {
                    findings.add(Finding.part(
                            "caption-safe-area",
                            false,
                            "The caption " + clip.id() + " leaves the safe area; shorten it or set it smaller",
                            time(clip.startFrame()),
                            time(clip.startFrame() + clip.durationFrames())));
                }
            }
        }
        return findings;
    }

    private static boolean safe(CaptionPainter painter, CaptionClip clip, CaptionTrack track, CaptionStyle style) {
        return painter.set(new CaptionPainter.Caption(clip.text(), track.language(), style, clip.words()))
                .safe();
    }

    private Duration time(long frame) {
        return Duration.ofNanos(timeline.canvas().frameRate().sampleAt(frame) * 1_000_000_000L / FrameRate.SAMPLE_RATE);
    }
}
