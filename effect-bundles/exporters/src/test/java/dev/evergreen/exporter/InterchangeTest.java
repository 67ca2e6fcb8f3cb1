package dev.evergreen.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.exporter.edl.internal.EdlExporter;
import dev.evergreen.exporter.fcpxml.internal.FcpxmlExporter;
import dev.evergreen.exporter.mlt.internal.MltExporter;
import dev.evergreen.exporter.otio.internal.OtioExporter;
import dev.evergreen.spi.export.Interchange;
import dev.evergreen.spi.export.InterchangeExporter;
import dev.evergreen.spi.export.MediaNames;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What other programs are told of one small film. */
class InterchangeTest {
    private static String text(InterchangeExporter exporter) {
        Interchange interchange = exporter.write(InterchangeFilm.timeline());
        assertEquals(interchange, exporter.write(InterchangeFilm.timeline()), "equal timelines, equal files");
        return interchange.files().get(0).text();
    }

    private static List<String> losses(InterchangeExporter exporter) {
        return exporter.write(InterchangeFilm.timeline()).losses().stream()
                .map(loss -> loss.clipId() + " " + loss.feature())
                .toList();
    }

    @Test
    void mediaLieBesideTheFileUnderTheirDigests() {
        assertEquals(
                "media/1111111111111111.png",
                MediaNames.of(InterchangeFilm.timeline()).get(InterchangeFilm.RED));
        assertEquals(
                "media/4444444444444444.flac",
                MediaNames.of(InterchangeFilm.timeline()).get(InterchangeFilm.SOUND));
    }

    @Test
    void anEditDecisionListNamesSourceAndRecordTimes() {
        String edl = text(new EdlExporter());
        assertTrue(edl.contains("001  AX       V     C        00:00:00:00 00:00:00:20 01:00:00:00 01:00:00:20\n"), edl);
        assertTrue(
                edl.contains("003  AX       V     C        00:00:00:20 00:00:00:20 01:00:01:10 01:00:01:10\n"
                        + "003  AX       V     D 010    00:00:00:00 00:00:01:00 01:00:01:10 01:00:02:10\n"),
                edl);
        assertTrue(edl.contains("A2    C        00:00:00:00 00:00:01:00 01:00:01:00 01:00:02:00\n"), edl);
        assertEquals(List.of("b transition", "d colour", "s1 fade", "s2 fade"), losses(new EdlExporter()));
    }

    @Test
    void openTimelineHasGapsAndTransitions() {
        String otio = text(new OtioExporter());
        assertTrue(otio.startsWith("{\n  \"OTIO_SCHEMA\": \"Timeline.1\""), otio);
        assertEquals(3, count(otio, "\"Track.1\""));
        assertEquals(6, count(otio, "\"Clip.2\""));
        assertEquals(1, count(otio, "\"Transition.1\""));
        assertEquals(2, count(otio, "\"Gap.1\""));
        assertEquals(List.of("s1 fade", "s2 fade"), losses(new OtioExporter()));
    }

    @Test
    void finalCutGetsTheCutInTheMiddleOfTheDissolve() throws Exception {
        Document document = parsed(text(new FcpxmlExporter()));
        NodeList clips = document.getElementsByTagName("video");
        assertEquals(3, clips.getLength());
        assertEquals("25/30s", ((Element) clips.item(1)).getAttribute("duration"));
        assertEquals("45/30s", ((Element) clips.item(2)).getAttribute("offset"));
        Element way = (Element) document.getElementsByTagName("transition").item(0);
        assertEquals("40/30s", way.getAttribute("offset"));
        assertEquals("10/30s", way.getAttribute("duration"));
        assertEquals(
                "90/30s", ((Element) document.getElementsByTagName("sequence").item(0)).getAttribute("duration"));
    }

    @Test
    void mltHasATrackForEachLane() throws Exception {
        Document document = parsed(text(new MltExporter()));
        assertEquals(3, document.getElementsByTagName("playlist").getLength());
        assertEquals(2, document.getElementsByTagName("tractor").getLength());
        assertEquals(List.of("b transition"), losses(new MltExporter()));
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
