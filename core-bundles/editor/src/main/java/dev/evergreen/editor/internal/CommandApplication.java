package dev.evergreen.editor.internal;

import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.editor.TimelineCommand;
import dev.evergreen.editor.TimelineCommand.ReplacePicture;
import dev.evergreen.editor.TimelineCommand.SetCaptionText;
import dev.evergreen.editor.TimelineCommand.SetClipGain;
import dev.evergreen.editor.TimelineCommand.SetTitleText;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.GainPoint;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualSource;
import dev.evergreen.spi.timeline.VisualTrack;
import dev.evergreen.spi.timeline.WordTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Applies commands to snapshots; a command that makes no sense is an {@link IllegalArgumentException} for its author. */
final class CommandApplication {
    private final UUID projectId;
    private final AssetRepository assets;

    CommandApplication(UUID projectId, AssetRepository assets) {
        this.projectId = projectId;
        this.assets = assets;
    }

    // An instanceof chain where Java 21 has a switch over the sealed type.
    TimelineSnapshot apply(TimelineCommand command, TimelineSnapshot timeline) {
        if (command instanceof SetCaptionText set) {
            return captions(timeline, set);
        }
        if (command instanceof SetClipGain set) {
            return sounds(timeline, set);
        }
        if (command instanceof SetTitleText set) {
            return pictures(timeline, set.clipId(), source -> retitled(source, set));
        }
        ReplacePicture replace = (ReplacePicture) command;
        return pictures(timeline, replace.clipId(), source -> replacement(source, replace));
    }

    private static TimelineSnapshot captions(TimelineSnapshot timeline, SetCaptionText command) {
        Changed<CaptionTrack> tracks = new Changed<>(command.clipId(), "caption");
        for (CaptionTrack track : timeline.captionTracks()) {
            List<CaptionClip> clips = tracks.each(track.clips(), CaptionClip::id, clip -> reworded(clip, command));
            tracks.add(new CaptionTrack(track.id(), track.language(), track.burnedIn(), clips));
        }
        return new TimelineSnapshot(
                timeline.canvas(),
                timeline.visualTracks(),
                tracks.result(),
                timeline.audioTracks(),
                timeline.captionStyles());
    }

    private static CaptionClip reworded(CaptionClip clip, SetCaptionText command) {
        return new CaptionClip(
                clip.id(),
                command.text(),
                clip.startFrame(),
                clip.durationFrames(),
                clip.speaker(),
                clip.styleId(),
                retimed(clip.words(), command.text()));
    }

    private static List<WordTiming> retimed(List<WordTiming> timings, String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length != timings.size()) {
            return List.of();
        }
        List<WordTiming> retimed = new ArrayList<>();
        for (WordTiming timing : timings) {
            retimed.add(new WordTiming(words[retimed.size()], timing.startFrame(), timing.durationFrames()));
        }
        return retimed;
    }

    private static TimelineSnapshot sounds(TimelineSnapshot timeline, SetClipGain command) {
        Changed<AudioTrack> tracks = new Changed<>(command.clipId(), "sound");
        for (AudioTrack track : timeline.audioTracks()) {
            List<AudioClip> clips =
                    tracks.each(track.clips(), AudioClip::id, clip -> withGain(clip, command.decibels()));
            tracks.add(new AudioTrack(track.id(), clips));
        }
        return new TimelineSnapshot(
                timeline.canvas(),
                timeline.visualTracks(),
                timeline.captionTracks(),
                tracks.result(),
                timeline.captionStyles());
    }

    private static AudioClip withGain(AudioClip clip, double decibels) {
        return new AudioClip(
                clip.id(),
                clip.digest(),
                clip.startSample(),
                clip.durationSamples(),
                clip.inPointSample(),
                List.of(new GainPoint(0, decibels)),
                clip.fadeInSamples(),
                clip.fadeOutSamples(),
                clip.role(),
                clip.effects());
    }

    private interface SourceChange {
        VisualSource of(VisualSource source);
    }

    private static TimelineSnapshot pictures(TimelineSnapshot timeline, String clipId, SourceChange change) {
        Changed<VisualTrack> tracks = new Changed<>(clipId, "picture or title");
        for (VisualTrack track : timeline.visualTracks()) {
            List<VisualClip> clips =
                    tracks.each(track.clips(), VisualClip::id, clip -> withSource(clip, change.of(clip.source())));
            tracks.add(new VisualTrack(track.id(), clips));
        }
        return new TimelineSnapshot(
                timeline.canvas(),
                tracks.result(),
                timeline.captionTracks(),
                timeline.audioTracks(),
                timeline.captionStyles());
    }

    private static VisualClip withSource(VisualClip clip, VisualSource source) {
        boolean sameMedia = source instanceof TitleSource;
        return new VisualClip(
                clip.id(),
                source,
                clip.startFrame(),
                clip.durationFrames(),
                sameMedia ? clip.inPointFrame() : 0,
                clip.speed(),
                clip.transform(),
                clip.effects(),
                clip.transition());
    }

    private static VisualSource retitled(VisualSource source, SetTitleText command) {
        if (!(source instanceof TitleSource title)) {
            throw new IllegalArgumentException(
                    "The clip " + command.clipId() + " is a picture, not a title; replace its picture instead.");
        }
        return new TitleSource(
                title.layout(),
                command.heading(),
                command.subheading(),
                title.text(),
                title.accent(),
                title.backdrop(),
                title.entrance(),
                title.exit(),
                title.motionFrames());
    }

    private VisualSource replacement(VisualSource source, ReplacePicture command) {
        if (source instanceof TitleSource) {
            throw new IllegalArgumentException(
                    "The clip " + command.clipId() + " is a title, not a picture; set its text instead.");
        }
        Asset asset = assets.find(command.assetId())
                .filter(found -> found.projectId().equals(projectId))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The project has no asset " + command.assetId() + "; upload the picture to it first."));
        if (asset.type() != Asset.Type.IMAGE && asset.type() != Asset.Type.VIDEO) {
            throw new IllegalArgumentException("The asset " + asset.name() + " is " + asset.mediaType()
                    + ", which cannot be shown; choose a picture or a clip.");
        }
        return new MediaSource(asset.digest(), asset.mediaType());
    }
}
