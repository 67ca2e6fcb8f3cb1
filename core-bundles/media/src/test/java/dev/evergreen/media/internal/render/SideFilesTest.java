package dev.evergreen.media.internal.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.media.internal.process.ChildProcess;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.export.SideFile;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleLayout;
import dev.evergreen.spi.timeline.TitleMotion;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualSource;
import dev.evergreen.spi.timeline.VisualTrack;
import dev.evergreen.spi.timeline.WordTiming;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Captions as files, and what is refused before a film is drawn. */
class SideFilesTest {
    private static final Canvas CANVAS = new Canvas(1920, 1080, FrameRate.FPS_30, Colour.BLACK);

    @TempDir
    private Path folder;

    @BeforeAll
    static void loadNatives() throws Exception {
        Natives.load(TestEngine.natives());
    }

    private static TimelineSnapshot timeline(CaptionStyle style, String... texts) {
        List<CaptionClip> clips = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            String[] words = texts[i].strip().split("\\s+");
            List<WordTiming> timings = new ArrayList<>();
            for (int w = 0; w < words.length; w++) {
                timings.add(new WordTiming(words[w], 12L * w, 10));
            }
            clips.add(new CaptionClip("k" + i, texts[i], 60L * i, 60, "Mara", style.id(), timings));
        }
        return new TimelineSnapshot(
                CANVAS, List.of(), List.of(new CaptionTrack("c", "en", true, clips)), List.of(), List.of(style));
    }

    @ParameterizedTest
    @EnumSource(SideFile.class)
    void everyKindIsReadBackWithItsWords(SideFile kind) throws Exception {
        String[] texts = {
            "The tide goes out.",
            "عندما ينحسر المد،\nتبدأ البرك",
            "潮が引くと、海は。",
            "a <b> & {c} --> \\N d\r\n\r\n\u0000e",
            "🌊 ok"
        };
        for (CaptionStyle style : CaptionStyle.PRESETS) {
            Path file = folder.resolve(style.id() + "." + Subtitles.extension(kind));
            Files.writeString(file, Subtitles.write(timeline(style, texts), kind));
            ChildProcess.Outcome outcome = new ChildProcess(folder)
                    .ffprobe(
                            List.of("-v", "warning", "-show_entries", "packet=pts_time", "-of", "csv", file.toString()),
                            WorkLimits.DEFAULT);
            assertEquals(0, outcome.exit(), outcome.errors());
            assertEquals("", outcome.errors().strip());
            long cues = outcome.output()
                    .lines()
                    .filter(line -> line.startsWith("packet"))
                    .count();
            assertTrue(
                    kind == SideFile.ASS && style == CaptionStyle.POP ? cues >= texts.length : cues == texts.length,
                    cues + " cues");
        }
    }

    @Test
    void poppingWordsGrowInSubStationAlpha() {
        String ass = Subtitles.write(timeline(CaptionStyle.POP, "Look, a crab"), SideFile.ASS);
        assertTrue(
                ass.contains("Dialogue: 0,0:00:00.00,0:00:00.40,pop,Mara,0,0,0,,{\\t(0,0,\\fscx80\\fscy80\\1c&H40D6FF&)"
                        + "\\t(0,160,\\fscx110\\fscy110)\\t(400,400,\\fscx100\\fscy100\\1c&HFFFFFF&)}Look,{\\r}\n"),
                ass);
        assertTrue(ass.contains("Dialogue: 0,0:00:00.40,0:00:02.00,pop,"), ass);
    }

    @Test
    void linesFromRightToLeftFindTheirOwnDirection() {
        assertTrue(Subtitles.write(timeline(CaptionStyle.BOXED, "שלום"), SideFile.ASS)
                .contains(",-1\n"));
        assertTrue(Subtitles.write(timeline(CaptionStyle.BOXED, "Hello"), SideFile.ASS)
                .contains(",1\n"));
    }

    private static VisualClip clip(String id, VisualSource source, long start, EffectUse... effects) {
        return new VisualClip(id, source, start, 30, 0, Ratio.ONE, Transform.STILL, List.of(effects), null);
    }

    @Test
    void allLettersThatNoFontHasAreNamedAtOnceWithTheirPlaces() {
        TitleSource title = new TitleSource(
                TitleLayout.CARD,
                "Runes ᚠᚢ",
                "ok",
                Colour.WHITE,
                Colour.WHITE,
                Colour.BLACK,
                TitleMotion.NONE,
                TitleMotion.NONE,
                0);
        EffectUse words = new EffectUse("evergreen.lower-third", Map.of("name", "𒀀 and 🌊", "size", 0.1), Map.of());
        TimelineSnapshot fine = timeline(CaptionStyle.BOXED, "The ᚦ tide 潮 🌊", "fine");
        TimelineSnapshot timeline = new TimelineSnapshot(
                CANVAS,
                List.of(new VisualTrack(
                        "v", List.of(clip("t1", title, 0), clip("p2", new SolidSource(Colour.BLACK), 30, words)))),
                fine.captionTracks(),
                List.of(),
                fine.captionStyles());
        MediaException refused =
                assertThrows(MediaException.class, () -> new GlyphCoverage(new Fonts()).inspect(timeline));
        assertEquals(MediaException.Kind.INVALID_TIMELINE, refused.kind());
        String message = refused.getMessage();
        assertTrue(message.contains("the title t1 has ᚠ (U+16A0), ᚢ (U+16A2)"), message);
        assertTrue(message.contains("the caption k0 has ᚦ (U+16A6)"), message);
        assertTrue(
                message.contains("the effect evergreen.lower-third of clip p2 has 𒀀 (U+12000), 🌊 (U+1F30A)"),
                message);
        assertFalse(message.contains("k1"), message);
    }

    @Test
    void aFontThatIsNotThereIsNamed() {
        CaptionStyle strange = new CaptionStyle(
                "mine",
                "Comic Sans",
                true,
                0.05,
                Colour.WHITE,
                Colour.WHITE,
                Colour.CLEAR,
                Colour.BLACK,
                dev.evergreen.spi.timeline.CaptionPosition.TOP,
                2);
        MediaException refused = assertThrows(
                MediaException.class, () -> new GlyphCoverage(new Fonts()).inspect(timeline(strange, "Hello")));
        assertTrue(refused.getMessage().contains("Comic Sans"), refused.getMessage());
    }
}
