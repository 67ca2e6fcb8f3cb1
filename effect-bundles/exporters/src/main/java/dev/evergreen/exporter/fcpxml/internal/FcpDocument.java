package dev.evergreen.exporter.fcpxml.internal;

import dev.evergreen.kit.interchange.Lanes;
import dev.evergreen.kit.interchange.Losses;
import dev.evergreen.spi.export.MediaNames;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The document: resources, then one project with a gap as long as the film as its spine, to which every clip is connected. */
final class FcpDocument {
    private static final String DISSOLVE = "r2";

    private final TimelineSnapshot timeline;
    private final FrameRate rate;
    private final Map<String, String> names;
    private final Map<String, String> assets = new LinkedHashMap<>();
    private final long length;

    FcpDocument(TimelineSnapshot timeline) {
        this.timeline = timeline;
        rate = timeline.canvas().frameRate();
        names = MediaNames.of(timeline);
        length = Math.max(1, timeline.durationFrames());
    }

    String text() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeDTD("<!DOCTYPE fcpxml>");
            start(xml, "fcpxml", "version", "1.10");
            resources(xml);
            start(xml, "library");
            start(xml, "event", "name", "Film");
            start(xml, "project", "name", "Film");
            start(
                    xml,
                    "sequence",
                    "format",
                    "r1",
                    "duration",
                    time(length),
                    "tcStart",
                    "0s",
                    "tcFormat",
                    "NDF",
                    "audioLayout",
                    "stereo",
                    "audioRate",
                    "48k");
            start(xml, "spine");
            spine(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The document cannot be written: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static void start(XMLStreamWriter xml, String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    /** Rational seconds, as FCPXML counts. */
    private String time(long frames) {
        long seconds = frames * rate.denominator();
        return seconds == 0 ? "0s" : seconds + "/" + rate.numerator() + "s";
    }

    private void resources(XMLStreamWriter xml) throws XMLStreamException {
        start(xml, "resources");
        start(
                xml,
                "format",
                "id",
                "r1",
                "name",
                "FFVideoFormatRateUndefined",
                "frameDuration",
                time(1),
                "width",
                "" + timeline.canvas().width(),
                "height",
                "" + timeline.canvas().height(),
                "colorSpace",
                "1-1-1 (Rec. 709)");
        xml.writeEndElement();
        start(
                xml,
                "effect",
                "id",
                DISSOLVE,
                "name",
                "Cross Dissolve",
                "uid",
                "FxPlug:4731E73A-8DAC-4113-9A30-AE85B1761265");
        xml.writeEndElement();
        int number = 3;
        for (Map.Entry<String, String> media : names.entrySet()) {
            String id = "r" + number++;
            assets.put(media.getKey(), id);
            boolean sound = media.getValue().endsWith(".flac");
            start(
                    xml,
                    "asset",
                    "id",
                    id,
                    "name",
                    media.getValue().replaceFirst(".*/", ""),
                    "start",
                    "0s",
                    "duration",
                    time(length));
            xml.writeAttribute(sound ? "hasAudio" : "hasVideo", "1");
            if (sound) {
                xml.writeAttribute("audioSources", "1");
                xml.writeAttribute("audioChannels", "2");
                xml.writeAttribute("audioRate", "48000");
            } else {
                xml.writeAttribute("format", "r1");
            }
            start(xml, "media-rep", "kind", "original-media", "src", "./" + media.getValue());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void spine(XMLStreamWriter xml) throws XMLStreamException {
        start(xml, "gap", "name", "Film", "offset", "0s", "start", "0s", "duration", time(length));
        int lane = 1;
        for (VisualTrack track : timeline.visualTracks()) {
            track(xml, track, lane++);
        }
        lane = -1;
        for (List<Lanes.Sound> sounds : Lanes.of(timeline)) {
            for (Lanes.Sound sound : sounds) {
                start(
                        xml,
                        "asset-clip",
                        "ref",
                        assets.getOrDefault(sound.clip().digest(), ""),
                        "lane",
                        "" + lane,
                        "offset",
                        time(sound.start()),
                        "name",
                        sound.clip().id(),
                        "start",
                        time(sound.in()),
                        "duration",
                        time(sound.end() - sound.start()),
                        "srcEnable",
                        "audio");
                xml.writeEndElement();
            }
            lane--;
        }
        xml.writeEndElement();
    }

    /** A secondary storyline: transitions need neighbours in one storyline. */
    private void track(XMLStreamWriter xml, VisualTrack track, int lane) throws XMLStreamException {
        if (track.clips().isEmpty()) {
            return;
        }
        long first = track.clips().get(0).startFrame();
        start(xml, "spine", "lane", "" + lane, "offset", time(first));
        long at = first;
        VisualClip before = null;
        for (VisualClip clip : track.clips()) {
            TransitionUse way = before == null || before.endFrame() != clip.startFrame() ? null : before.transition();
            long crossing = way != null && Losses.takesTime(way) ? way.frames() : 0;
            // Final Cut Pro puts the cut into the middle of a dissolve; so it moves there, and both clips show what
            // they did.
            long late = crossing / 2;
            TransitionUse next = clip.transition();
            VisualClip after = follower(track, clip);
            long longer = next != null && after != null && Losses.takesTime(next) ? next.frames() / 2 : 0;
            if (clip.startFrame() > at) {
                start(
                        xml,
                        "gap",
                        "name",
                        "Gap",
                        "offset",
                        time(at - first),
                        "start",
                        "0s",
                        "duration",
                        time(clip.startFrame() - at));
                xml.writeEndElement();
            }
            if (crossing > 0) {
                start(
                        xml,
                        "transition",
                        "name",
                        "Cross Dissolve",
                        "offset",
                        time(clip.startFrame() - first),
                        "duration",
                        time(crossing));
                start(xml, "filter-video", "ref", DISSOLVE, "name", "Cross Dissolve");
                xml.writeEndElement();
                xml.writeEndElement();
            }
            clip(xml, clip, clip.startFrame() + late - first, late, clip.durationFrames() - late + longer);
            at = clip.endFrame() + longer;
            before = clip;
        }
        xml.writeEndElement();
    }

    private static @Nullable VisualClip follower(VisualTrack track, VisualClip clip) {
        return track.clips().stream()
                .filter(other -> other.startFrame() == clip.endFrame())
                .findFirst()
                .orElse(null);
    }

    private void clip(XMLStreamWriter xml, VisualClip clip, long offset, long late, long frames)
            throws XMLStreamException {
        String asset = "";
        boolean moving = false;
        if (clip.source() instanceof MediaSource media) {
            asset = assets.getOrDefault(media.digest(), "");
            moving = media.moving();
        } else if (clip.source() instanceof LayeredSource layered) {
            asset = assets.getOrDefault(layered.layers().get(0).digest(), "");
        }
        if (asset.isEmpty()) {
            start(xml, "gap", "name", clip.id(), "offset", time(offset), "start", "0s", "duration", time(frames));
        } else {
            String start = time(moving ? clip.inPointFrame() + late : 0);
            start(
                    xml,
                    moving ? "asset-clip" : "video",
                    "ref",
                    asset,
                    "offset",
                    time(offset),
                    "name",
                    clip.id(),
                    "start",
                    start,
                    "duration",
                    time(frames));
            if (moving) {
                xml.writeAttribute("srcEnable", "video");
            }
        }
        xml.writeEndElement();
    }
}
