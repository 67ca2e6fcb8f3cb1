package dev.evergreen.media.internal.check;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.CheckReport;
import dev.evergreen.media.Checks;
import dev.evergreen.media.FilmFacts;
import dev.evergreen.media.Finding;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.process.ChildProcess;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Checks with FFmpeg's executables. */
public final class FilmChecks implements Checks {
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
    public CheckReport check(Path film, TimelineSnapshot timeline, EncodingPlan encoding, BlobReader blobs)
            throws MediaException {
        FilmFacts facts = FilmProbe.facts(run(film, true, probing(film)), film);
        boolean sounds = facts.audioChannels() > 0;
        double secondsBetweenKeyFrames =
                encoding.pictures().map(VideoEncoding::groupOfPicturesFrames).orElse(1)
                        / timeline.canvas().frameRate().framesPerSecond();
        Measurement measured = Measurement.of(
                run(
                                film,
                                false,
                                Measurement.arguments(
                                        url(film), secondsBetweenKeyFrames <= SHORTEST_STRETCH_SECONDS, sounds))
                        .errors(),
                facts.videoDuration());
        List<Finding> findings = new ArrayList<>();
        FileComparison file = new FileComparison(facts, timeline, encoding);
        findings.addAll(file.findings());
        ContentComparison content = new ContentComparison(timeline, fonts);
        findings.addAll(content.stretches(measured.stretches()));
        if (sounds) {
            encoding.sound().ifPresent(sound -> findings.addAll(content.loudness(measured.loudness(), sound)));
            SyncMeter.measure(film, timeline, blobs)
                    .flatMap(offset -> file.sync(offset))
                    .ifPresent(findings::add);
        }
        findings.addAll(content.captions());
        return new CheckReport(facts, measured.loudness(), measured.stretches(), findings);
    }

    private static List<String> probing(Path film) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-protocol_whitelist", "file"));
        arguments.addAll(List.of("-count_packets", "-show_streams", "-show_format", "-of", "json", "-i", url(film)));
        return arguments;
    }

    private ChildProcess.Outcome run(Path film, boolean probe, List<String> arguments) throws MediaException {
        ChildProcess.Outcome outcome = probe ? children.ffprobe(arguments, LIMITS) : children.ffmpeg(arguments, LIMITS);
        if (outcome.exit() != 0) {
            throw new MediaException(
                    MediaException.Kind.UNREADABLE, film + " cannot be decoded: " + outcome.complaint());
        }
        return outcome;
    }

    private static String url(Path film) {
        return "file:" + film.toAbsolutePath();
    }
}
