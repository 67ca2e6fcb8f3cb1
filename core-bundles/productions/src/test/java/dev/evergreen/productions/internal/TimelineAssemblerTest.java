package dev.evergreen.productions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.json.Json;
import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.productions.internal.EditKeeper.Merged;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.LayoutOverride;
import dev.evergreen.spi.timeline.Marker;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineAssemblerTest {
    private final SmallFilm film = new SmallFilm();

    @Test
    void everyShotHasItsPictureAndTheyFollowWithoutGap() {
        List<VisualClip> pictures = assemble().visualTracks().get(0).clips();

        assertEquals("picture/s1", pictures.get(0).id());
        long at = 0;
        for (VisualClip clip : pictures) {
            assertEquals(at, clip.startFrame(), clip.id());
            at = clip.endFrame();
        }
        assertEquals(assemble().durationFrames(), at);
    }

    @Test
    void captionsBeginWithTheirWords() {
        TimelineSnapshot timeline = assemble();
        List<AudioClip> voices = timeline.audioTracks().get(0).clips();
        CaptionClip first = timeline.captionTracks().get(0).clips().get(0);

        long spoken = voices.get(0).startSample() + SmallFilm.FIRST_WORD_SAMPLES;
        long shown = timeline.canvas().frameRate().sampleAt(first.startFrame());
        assertTrue(Math.abs(spoken - shown) <= 800, "caption and word are " + (spoken - shown) + " samples apart");
    }

    @Test
    void theChosenCaptionStyleIsUsedAtTheSizeOfTheFormat() {
        assertEquals("boxed", assemble().captionStyles().get(0).id());
        ProductionRequest wish = new ProductionRequest(
                "9:16", "", "", "", "", Optional.empty(), true, "pop", Optional.empty(), Optional.empty(), false, true);
        CaptionStyle style = TimelineAssembler.assemble(
                        film.divided(wish), film.narration(), film.pictures(), Optional.empty())
                .captionStyles()
                .get(0);
        assertEquals("pop", style.id());
        assertEquals(CaptionStyle.POP.size() * 1.4, style.size(), 1e-9);
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> new ProductionRequest(
                        "",
                        "",
                        "",
                        "",
                        "",
                        Optional.empty(),
                        true,
                        "loud",
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true));
        assertTrue(refused.getMessage().contains("boxed, outline, karaoke, pop"), refused.getMessage());
    }

    @Test
    void speechTimesTheShotsAndNeverOverlaps() {
        List<AudioClip> voices = assemble().audioTracks().get(0).clips();
        for (int i = 1; i < voices.size(); i++) {
            assertTrue(
                    voices.get(i).startSample() >= voices.get(i - 1).endSample(),
                    voices.get(i).id());
        }
    }

    @Test
    void sameInputsGiveTheSameTimeline() {
        assertEquals(Json.write(assemble()), Json.write(assemble()));
    }

    @Test
    void titleIsShownBeforeTheFirstWords() {
        TimelineSnapshot timeline = assemble();
        VisualClip title = timeline.visualTracks().get(1).clips().get(0);
        long words = timeline.canvas()
                .frameRate()
                .frameAt(timeline.audioTracks().get(0).clips().get(0).startSample());

        assertEquals("title", title.id());
        assertTrue(title.endFrame() <= words, "the title ends before somebody speaks");
    }

    @Test
    void editIsKeptWhenTheFilmIsMadeAgain() {
        TimelineSnapshot base = assemble();
        TimelineSnapshot edited = SmallFilm.withCaption(base, 0, "As the person wants it");
        film.slower();
        TimelineSnapshot made = assemble();

        Merged merged = EditKeeper.merge(base, edited, made);

        CaptionClip caption = merged.timeline().captionTracks().get(0).clips().get(0);
        assertEquals("As the person wants it", caption.text());
        assertEquals(made.durationFrames(), merged.timeline().durationFrames(), "times are those of the new narration");
        assertTrue(merged.outOfDate().isEmpty());
    }

    @Test
    void editOfSomethingThatChangedIsKeptAndNamed() {
        TimelineSnapshot base = assemble();
        TimelineSnapshot edited = SmallFilm.withCaption(base, 0, "As the person wants it");
        TimelineSnapshot made = SmallFilm.withCaption(base, 0, "As the new script says");

        Merged merged = EditKeeper.merge(base, edited, made);

        CaptionClip caption = merged.timeline().captionTracks().get(0).clips().get(0);
        assertEquals("As the person wants it", caption.text());
        assertEquals(List.of(caption.id()), merged.outOfDate());
    }

    @Test
    void removedClipStaysRemoved() {
        TimelineSnapshot base = assemble();
        TimelineSnapshot edited = SmallFilm.withoutCaption(base, 1);

        Merged merged = EditKeeper.merge(base, edited, assemble());

        assertEquals(edited, merged.timeline());
    }

    @Test
    void whatAPersonAddedAroundTheClipsIsKeptWhenTheFilmIsMadeAgain() {
        TimelineSnapshot base = assemble();
        VisualTrack titles = base.visualTracks().get(1);
        VisualClip title = titles.clips().get(0);
        TimelineSnapshot edited = new TimelineSnapshot(
                base.canvas(),
                List.of(
                        base.visualTracks().get(0),
                        new VisualTrack(
                                titles.id(),
                                titles.clips().subList(1, titles.clips().size())),
                        new VisualTrack("over", List.of(title))),
                base.captionTracks(),
                base.audioTracks().stream()
                        .map(track -> new AudioTrack(
                                track.id(), track.clips(), track.id().equals("music")))
                        .toList(),
                base.captionStyles(),
                List.of(new LayoutOverride("9:16", title.id(), title.transform())),
                List.of(new Marker("m", 7, "here")));
        film.slower();

        TimelineSnapshot merged = EditKeeper.merge(base, edited, assemble()).timeline();

        assertEquals(edited.layouts(), merged.layouts());
        assertEquals(edited.markers(), merged.markers());
        assertEquals("over", merged.visualTracks().get(2).id());
        assertEquals(title.id(), merged.visualTracks().get(2).clips().get(0).id());
        assertTrue(merged.visualTracks().get(1).clips().stream()
                .noneMatch(clip -> clip.id().equals(title.id())));
        assertTrue(merged.audioTracks().get(1).muted());
        assertEquals(edited, EditKeeper.merge(base, edited, base).timeline());
    }

    @Test
    void editThatNoLongerFitsLeavesTheFilmWhole() {
        TimelineSnapshot base = assemble();
        TimelineSnapshot edited = SmallFilm.withLongCaption(base, 0, 400);
        TimelineSnapshot merged = EditKeeper.merge(base, edited, assemble()).timeline();

        assertNotNull(merged);
        assertEquals(base.durationFrames(), merged.durationFrames());
    }

    private TimelineSnapshot assemble() {
        return TimelineAssembler.assemble(film.divided(), film.narration(), film.pictures(), Optional.of(film.music()));
    }

    @Test
    void withoutWordsAndMusicItIsStillAFilm() {
        TimelineSnapshot silent =
                TimelineAssembler.assemble(film.divided(), Map.of(), film.pictures(), Optional.empty());

        assertTrue(silent.durationFrames() > 60);
        assertTrue(silent.captionTracks().get(0).clips().isEmpty());
    }
}
