package dev.evergreen.media.internal.compile;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.text.SpokenWords;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionMotion;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import dev.evergreen.spi.timeline.WordTiming;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Cuts a timeline into segments and says of each what it shows. */
public final class TimelineCompiler {
    private static final double LONGEST_SECONDS = 2.5;

    private final TimelineSnapshot timeline;
    private final VideoEncoding encoding;
    private final long length;
    private final List<VisualClip> base;
    private final Map<String, CaptionStyle> styles = new HashMap<>();

    private TimelineCompiler(TimelineSnapshot timeline, VideoEncoding encoding) {
        this.timeline = timeline;
        this.encoding = encoding;
        length = timeline.durationFrames();
        base = timeline.visualTracks().isEmpty()
                ? List.of()
                : timeline.visualTracks().get(0).clips();
        timeline.captionStyles().forEach(style -> styles.put(style.id(), style));
    }

    /**
     * @throws MediaException of kind INVALID_TIMELINE
     */
    public static List<SegmentPlan> compile(TimelineSnapshot timeline, VideoEncoding encoding) throws MediaException {
        return compiler(timeline, encoding).segments();
    }

    /**
     * One segment from a frame to before another, cut without regard to what lies there.
     *
     * @throws MediaException of kind INVALID_TIMELINE
     */
    public static SegmentPlan part(TimelineSnapshot timeline, VideoEncoding encoding, long from, long to)
            throws MediaException {
        return compiler(timeline, encoding).segment(from, to);
    }

    private static TimelineCompiler compiler(TimelineSnapshot timeline, VideoEncoding encoding) throws MediaException {
        if (timeline.durationFrames() == 0) {
            throw new MediaException(
                    MediaException.Kind.INVALID_TIMELINE, "The timeline is empty; a film needs at least one clip");
        }
        for (VisualTrack track : timeline.visualTracks()
                .subList(
                        Math.min(1, timeline.visualTracks().size()),
                        timeline.visualTracks().size())) {
            for (VisualClip clip : track.clips()) {
                if (clip.transition() != null) {
                    throw new MediaException(
                            MediaException.Kind.INVALID_TIMELINE,
                            "The clip " + clip.id()
                                    + " has a transition, but only the lowest track may have transitions");
                }
            }
        }
        return new TimelineCompiler(timeline, encoding);
    }

    private List<SegmentPlan> segments() {
        TreeSet<Long> starts = new TreeSet<>();
        starts.add(0L);
        for (VisualClip clip : base) {
            starts.add(clip.startFrame());
            starts.add(clip.endFrame());
        }
        int group = encoding.groupOfPicturesFrames();
        double rate = timeline.canvas().frameRate().framesPerSecond();
        int longest = Math.max(1, (int) Math.round(LONGEST_SECONDS * rate / group)) * group;
        List<Long> cuts = Cuts.of(List.copyOf(starts), length, group, longest);
        List<SegmentPlan> segments = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            segments.add(segment(cuts.get(i), cuts.get(i + 1)));
        }
        return segments;
    }

    private SegmentPlan segment(long start, long end) {
        int frames = Math.toIntExact(end - start);
        VideoEncoding own = new VideoEncoding(
                encoding.codec(),
                encoding.quality(),
                encoding.maxBitsPerSecond(),
                Cuts.group(frames, encoding.groupOfPicturesFrames()),
                encoding.bFrames(),
                encoding.options());
        return new SegmentPlan(
                timeline.canvas(),
                own,
                start,
                frames,
                language(),
                spans(start, end),
                overlays(start, end),
                captions(start, end));
    }

    /** That of the captions; titles and other words carry none of their own. */
    private String language() {
        return timeline.captionTracks().isEmpty()
                ? ""
                : timeline.captionTracks().get(0).language();
    }

    private List<Span> spans(long start, long end) {
        List<Span> spans = new ArrayList<>();
        long at = start;
        while (at < end) {
            VisualClip clip = clipAt(at);
            VisualClip before = clipBefore(at, clip);
            long since = clip == null ? (before == null ? 0 : before.endFrame()) : clip.startFrame();
            long until = clip == null ? nextStart(at) : clip.endFrame();
            TransitionUse way = before == null || before.endFrame() != since ? null : before.transition();
            boolean underWay = way != null && at < since + way.frames();
            if (way != null && underWay) {
                until = Math.min(until, since + way.frames());
            }
            until = Math.min(until, end);
            spans.add(new Span(
                    (int) (at - start),
                    (int) (until - start),
                    clip == null ? null : place(clip, start),
                    underWay && before != null ? place(before, start) : null,
                    underWay ? way : null,
                    underWay ? at - since : 0));
            at = until;
        }
        return spans;
    }

    private @Nullable VisualClip clipAt(long frame) {
        for (VisualClip clip : base) {
            if (clip.startFrame() <= frame && frame < clip.endFrame()) {
                return clip;
            }
        }
        return null;
    }

    /** The last clip that ended at or before a frame, or before the clip that is there. */
    private @Nullable VisualClip clipBefore(long frame, @Nullable VisualClip there) {
        VisualClip before = null;
        long limit = there == null ? frame : there.startFrame();
        for (VisualClip clip : base) {
            if (clip.endFrame() <= limit && clip != there) {
                before = clip;
            }
        }
        return before;
    }

    private long nextStart(long frame) {
        for (VisualClip clip : base) {
            if (clip.startFrame() > frame) {
                return clip.startFrame();
            }
        }
        return length;
    }

    private static PlacedClip place(VisualClip clip, long segmentStart) {
        VisualClip neutral = new VisualClip(
                "-",
                clip.source(),
                0,
                clip.durationFrames(),
                clip.inPointFrame(),
                clip.speed(),
                clip.transform(),
                clip.effects(),
                null);
        return new PlacedClip(
                neutral, clip.startFrame() - segmentStart, clip.effects().isEmpty() ? 0 : seed(clip.id()));
    }

    private static long seed(String id) {
        CRC32 crc = new CRC32();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    private List<PlacedOverlay> overlays(long start, long end) {
        List<PlacedOverlay> overlays = new ArrayList<>();
        for (int i = 1; i < timeline.visualTracks().size(); i++) {
            for (VisualClip clip : timeline.visualTracks().get(i).clips()) {
                if (clip.startFrame() < end && clip.endFrame() > start) {
                    overlays.add(new PlacedOverlay(
                            (int) Math.max(0, clip.startFrame() - start),
                            (int) (Math.min(end, clip.endFrame()) - start),
                            place(clip, start)));
                }
            }
        }
        return overlays;
    }

    private List<PlacedCaption> captions(long start, long end) {
        List<PlacedCaption> captions = new ArrayList<>();
        for (CaptionTrack track : timeline.captionTracks()) {
            for (CaptionClip clip : track.burnedIn() ? track.clips() : List.<CaptionClip>of()) {
                CaptionStyle style = styles.get(clip.styleId());
                if (style != null && clip.startFrame() < end && clip.endFrame() > start) {
                    captions.add(new PlacedCaption(
                            clip.text(),
                            track.language(),
                            style,
                            words(clip, style),
                            clip.startFrame() - start,
                            (int) Math.max(0, clip.startFrame() - start),
                            (int) (Math.min(end, clip.endFrame()) - start)));
                }
            }
        }
        return captions;
    }

    /** A style that shows a few words at a time needs times even where nobody measured them. */
    private static List<WordTiming> words(CaptionClip clip, CaptionStyle style) {
        if (!style.followsWords()) {
            return List.of();
        }
        return clip.words().isEmpty() && style.motion() == CaptionMotion.POP
                ? SpokenWords.spread(clip.text(), clip.durationFrames())
                : clip.words();
    }
}
