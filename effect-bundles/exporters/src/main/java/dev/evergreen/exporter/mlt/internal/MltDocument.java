package dev.evergreen.exporter.mlt.internal;

import dev.evergreen.kit.interchange.Lanes;
import dev.evergreen.kit.interchange.Losses;
import dev.evergreen.spi.export.MediaNames;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The document: producers first, then the tracks' playlists, then the tractor that joins them. */
final class MltDocument {
    private final TimelineSnapshot timeline;
    private final Map<String, String> names;
    private final long length;
    private final StringWriter text = new StringWriter();

    MltDocument(TimelineSnapshot timeline) {
        this.timeline = timeline;
        names = MediaNames.of(timeline);
        length = Math.max(1, timeline.durationFrames());
    }

    String text() {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            Elements elements = new Elements(xml);
            xml.writeStartDocument("UTF-8", "1.0");
            elements.start("mlt", "LC_NUMERIC", "C", "version", "7.0.0", "producer", "film");
            profile(elements);
            background(elements);
            List<String> pictures = new ArrayList<>();
            for (int i = 0; i < timeline.visualTracks().size(); i++) {
                pictures.add(track(elements, timeline.visualTracks().get(i), "video" + i));
            }
            List<String> sounds = new ArrayList<>();
            for (List<Lanes.Sound> lane : Lanes.of(timeline)) {
                sounds.add(lane(elements, lane, "audio" + sounds.size()));
            }
            film(elements, pictures, sounds);
            elements.end();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The document cannot be written: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private void profile(Elements elements) throws XMLStreamException {
        Canvas canvas = timeline.canvas();
        elements.empty(
                "profile",
                "description",
                "film",
                "width",
                "" + canvas.width(),
                "height",
                "" + canvas.height(),
                "progressive",
                "1",
                "sample_aspect_num",
                "1",
                "sample_aspect_den",
                "1",
                "display_aspect_num",
                "" + canvas.width(),
                "display_aspect_den",
                "" + canvas.height(),
                "frame_rate_num",
                "" + canvas.frameRate().numerator(),
                "frame_rate_den",
                "" + canvas.frameRate().denominator(),
                "colorspace",
                "709");
    }

    /** Shown where no clip is, and what gives the film its length. */
    private void background(Elements elements) throws XMLStreamException {
        elements.producer("background", length, "color", hex(timeline.canvas().background()));
    }

    private static String hex(Colour colour) {
        return String.format("#ff%02x%02x%02x", colour.red(), colour.green(), colour.blue());
    }

    private String track(Elements elements, VisualTrack track, String id) throws XMLStreamException {
        List<VisualClip> clips = track.clips();
        for (int i = 0; i < clips.size(); i++) {
            picture(elements, clips.get(i), id + "_" + i);
        }
        for (int i = 1; i < clips.size(); i++) {
            int frames = crossing(clips, i);
            if (frames > 0) {
                dissolve(elements, id, i, clips, frames);
            }
        }
        elements.start("playlist", "id", id);
        long at = 0;
        for (int i = 0; i < clips.size(); i++) {
            VisualClip clip = clips.get(i);
            elements.blank(clip.startFrame() - at);
            int frames = crossing(clips, i);
            if (frames > 0) {
                elements.entry(id + "_mix" + i, 0, frames - 1L);
            }
            if (clip.durationFrames() > frames) {
                long in = in(clip) + frames;
                elements.entry(id + "_" + i, in, in(clip) + clip.durationFrames() - 1);
            }
            at = clip.endFrame();
        }
        elements.end();
        return id;
    }

    /** How many frames of the clip belong to the way from the clip before. */
    private static int crossing(List<VisualClip> clips, int index) {
        if (index == 0 || clips.get(index - 1).endFrame() != clips.get(index).startFrame()) {
            return 0;
        }
        TransitionUse way = clips.get(index - 1).transition();
        return way == null || !Losses.takesTime(way)
                ? 0
                : (int) Math.min(way.frames(), clips.get(index).durationFrames());
    }

    /** Only moving pictures have a place to start at. */
    private static long in(VisualClip clip) {
        return clip.source() instanceof MediaSource media && media.moving() ? clip.inPointFrame() : 0;
    }

    private void picture(Elements elements, VisualClip clip, String id) throws XMLStreamException {
        // A dissolve shows a clip beyond its end.
        TransitionUse way = clip.transition();
        long frames = in(clip) + clip.durationFrames() + (way == null ? 0 : way.frames());
        if (clip.source() instanceof MediaSource media) {
            elements.producer(id, frames, media.moving() ? "avformat-novalidate" : "", path(media.digest()));
        } else if (clip.source() instanceof LayeredSource layered) {
            elements.producer(id, frames, "", path(layered.layers().get(0).digest()));
        } else {
            String colour = clip.source() instanceof SolidSource solid ? hex(solid.colour()) : "#00000000";
            elements.producer(id, frames, "color", colour);
        }
    }

    private String path(String digest) {
        return names.getOrDefault(digest, "");
    }

    private void dissolve(Elements elements, String id, int index, List<VisualClip> clips, int frames)
            throws XMLStreamException {
        VisualClip before = clips.get(index - 1);
        VisualClip clip = clips.get(index);
        long end = in(before) + before.durationFrames();
        elements.start("tractor", "id", id + "_mix" + index, "in", "0", "out", "" + (frames - 1));
        elements.empty("track", "producer", id + "_" + (index - 1), "in", "" + end, "out", "" + (end + frames - 1));
        elements.empty("track", "producer", id + "_" + index, "in", "" + in(clip), "out", "" + (in(clip) + frames - 1));
        elements.start("transition", "in", "0", "out", "" + (frames - 1));
        elements.property("a_track", "0");
        elements.property("b_track", "1");
        elements.property("mlt_service", "luma");
        elements.end();
        elements.end();
    }

    private String lane(Elements elements, List<Lanes.Sound> lane, String id) throws XMLStreamException {
        for (int i = 0; i < lane.size(); i++) {
            Lanes.Sound sound = lane.get(i);
            long frames = sound.in() + sound.end() - sound.start();
            elements.producer(
                    id + "_" + i,
                    frames,
                    "avformat-novalidate",
                    path(sound.clip().digest()));
        }
        elements.start("playlist", "id", id);
        long at = 0;
        for (int i = 0; i < lane.size(); i++) {
            Lanes.Sound sound = lane.get(i);
            elements.blank(sound.start() - at);
            fades(elements, sound, id + "_" + i);
            at = sound.end();
        }
        elements.end();
        return id;
    }

    private void fades(Elements elements, Lanes.Sound sound, String id) throws XMLStreamException {
        AudioClip clip = sound.clip();
        long last = sound.end() - sound.start() - 1;
        elements.start("entry", "producer", id, "in", "" + sound.in(), "out", "" + (sound.in() + last));
        long in = frames(clip.fadeInSamples());
        long out = frames(clip.fadeOutSamples());
        if (in > 0 || out > 0) {
            elements.start("filter");
            elements.property("mlt_service", "volume");
            String from = in > 0 ? "0=-60;" + Math.min(in, last) + "=0" : "0=0";
            String to = out > 0 && last - out > in ? ";" + (last - out) + "=0;" + last + "=-60" : "";
            elements.property("level", from + to);
            elements.end();
        }
        elements.end();
    }

    private long frames(long samples) {
        return Math.round((double) samples
                / FrameRate.SAMPLE_RATE
                * timeline.canvas().frameRate().framesPerSecond());
    }

    private void film(Elements elements, List<String> pictures, List<String> sounds) throws XMLStreamException {
        elements.start("tractor", "id", "film", "in", "0", "out", "" + (length - 1));
        elements.empty("track", "producer", "background", "in", "0", "out", "" + (length - 1));
        for (String track : pictures) {
            elements.empty("track", "producer", track, "hide", "audio");
        }
        for (String track : sounds) {
            elements.empty("track", "producer", track, "hide", "video");
        }
        for (int i = 1; i <= pictures.size(); i++) {
            elements.start("transition", "in", "0", "out", "" + (length - 1));
            elements.property("a_track", "0");
            elements.property("b_track", "" + i);
            elements.property("mlt_service", "composite");
            elements.property("fill", "1");
            elements.property("always_active", "1");
            elements.end();
        }
        for (int i = 1; i <= sounds.size(); i++) {
            elements.start("transition", "in", "0", "out", "" + (length - 1));
            elements.property("a_track", "0");
            elements.property("b_track", "" + (pictures.size() + i));
            elements.property("mlt_service", "mix");
            elements.property("sum", "1");
            elements.property("always_active", "1");
            elements.end();
        }
        elements.end();
    }
}
