package dev.evergreen.editor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.editor.EditedTimeline;
import dev.evergreen.editor.TimelineCommand;
import dev.evergreen.editor.TimelineCommand.ReplacePicture;
import dev.evergreen.editor.TimelineCommand.SetCaptionText;
import dev.evergreen.editor.TimelineCommand.SetClipGain;
import dev.evergreen.editor.TimelineCommand.SetTitleText;
import dev.evergreen.editor.TimelineEdit;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.GainPoint;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleLayout;
import dev.evergreen.spi.timeline.TitleMotion;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualSource;
import dev.evergreen.spi.timeline.VisualTrack;
import dev.evergreen.spi.timeline.WordTiming;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelinesComponentTest {
    private static final Person OWNER = new Person(UUID.randomUUID(), "owner@localhost", "Owner");
    private static final Person STRANGER = new Person(UUID.randomUUID(), "stranger@localhost", "Stranger");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String OLD = "sha256:" + "0".repeat(64);
    private static final String NEW = "sha256:" + "1".repeat(64);

    private final UUID project = UUID.randomUUID();
    private final Revisions revisions = new Revisions();
    private final Assets assets = new Assets();
    private final Bus bus = new Bus();
    private final TimelinesComponent timelines =
            new TimelinesComponent(new Gate(), revisions, assets, bus, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void assembled() {
        revisions.stored.add(
                new TimelineRevision(project, 1, Json.write(snapshot()), "{\"baseline\":1}", "engine", NOW));
    }

    private static TimelineSnapshot snapshot() {
        VisualSource title = new TitleSource(
                TitleLayout.CARD,
                "Tide",
                "A story",
                Colour.WHITE,
                Colour.CLEAR,
                Colour.BLACK,
                TitleMotion.FADE,
                TitleMotion.FADE,
                10);
        VisualClip picture = new VisualClip(
                "v1", new MediaSource(OLD, "video/mp4"), 30, 60, 12, Ratio.ONE, Transform.STILL, List.of(), null);
        VisualClip card = new VisualClip("t1", title, 0, 30, 0, Ratio.ONE, Transform.STILL, List.of(), null);
        CaptionClip caption = new CaptionClip(
                "c1",
                "Look here.",
                30,
                30,
                "MARA",
                "boxed",
                List.of(new WordTiming("Look", 0, 5), new WordTiming("here.", 6, 8)));
        AudioClip voice = new AudioClip(
                "a1",
                OLD,
                0,
                48_000,
                0,
                List.of(new GainPoint(0, 0), new GainPoint(9, -6)),
                0,
                0,
                AudioRole.VOICE,
                List.of());
        return new TimelineSnapshot(
                new Canvas(1920, 1080, new FrameRate(30, 1), Colour.BLACK),
                List.of(new VisualTrack("pictures", List.of(card, picture))),
                List.of(new CaptionTrack("captions", "en", true, List.of(caption))),
                List.of(new AudioTrack("voices", List.of(voice))),
                List.of(CaptionStyle.BOXED));
    }

    private EditedTimeline edit(TimelineCommand... commands) {
        return timelines.edit(OWNER, new TimelineEdit(project, 1, List.of(commands)));
    }

    private static CaptionClip caption(EditedTimeline edited) {
        return edited.timeline().captionTracks().get(0).clips().get(0);
    }

    private static VisualClip visual(EditedTimeline edited, int index) {
        return edited.timeline().visualTracks().get(0).clips().get(index);
    }

    @Test
    void one_edit_is_one_revision_that_keeps_what_assembling_knew() {
        UUID asset = assets.add(project, Asset.Type.IMAGE, "image/png");

        EditedTimeline edited = edit(
                new SetCaptionText("c1", "See there."),
                new SetClipGain("a1", -3),
                new SetTitleText("t1", "Pools", ""),
                new ReplacePicture("v1", asset));

        assertEquals(2, edited.revision());
        assertEquals("Owner", edited.author());
        assertEquals("{\"baseline\":1}", revisions.stored.get(1).plan());
        assertEquals("See there.", caption(edited).text());
        assertEquals(
                List.of(new GainPoint(0, -3)),
                edited.timeline().audioTracks().get(0).clips().get(0).gain());
        assertEquals("Pools", ((TitleSource) visual(edited, 0).source()).heading());
        assertEquals(new MediaSource(NEW, "image/png"), visual(edited, 1).source());
        assertEquals(0, visual(edited, 1).inPointFrame(), "the in-point was the old picture's");
        assertEquals(edited, timelines.newest(OWNER, project));
        assertEquals(List.of("project:updated timeline 2"), bus.published);
    }

    @Test
    void everything_that_no_command_names_stays_as_it_was() {
        TimelineSnapshot changed = edit(new SetClipGain("a1", 0)).timeline();

        assertEquals(snapshot().visualTracks(), changed.visualTracks());
        assertEquals(snapshot().captionTracks(), changed.captionTracks());
        assertEquals(snapshot().canvas(), changed.canvas());
    }

    @Test
    void word_timings_stay_while_the_number_of_words_does() {
        assertEquals(
                List.of(new WordTiming("See", 0, 5), new WordTiming("there.", 6, 8)),
                caption(edit(new SetCaptionText("c1", "See  there."))).words());
        EditedTimeline longer = timelines.edit(
                OWNER, new TimelineEdit(project, 2, List.of(new SetCaptionText("c1", "See over there."))));
        assertEquals(List.of(), caption(longer).words());
    }

    @Test
    void all_commands_or_none_and_each_wrong_one_is_named() {
        UUID song = assets.add(project, Asset.Type.AUDIO, "audio/flac");
        UUID foreign = assets.add(UUID.randomUUID(), Asset.Type.IMAGE, "image/png");

        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> edit(
                        new SetCaptionText("c1", "Fine."),
                        new SetCaptionText("c9", "No such clip."),
                        new SetCaptionText("c1", "  "),
                        new SetTitleText("v1", "Not a title", ""),
                        new ReplacePicture("t1", song),
                        new ReplacePicture("v1", song),
                        new ReplacePicture("v1", foreign),
                        new SetClipGain("a1", 99)));

        assertEquals(Problem.Kind.INVALID, refused.kind());
        assertEquals(
                List.of(
                        "commands[1]",
                        "commands[2]",
                        "commands[3]",
                        "commands[4]",
                        "commands[5]",
                        "commands[6]",
                        "commands[7]"),
                refused.problems().stream().map(Problem::field).toList());
        assertTrue(refused.getMessage().contains("c9"), refused.getMessage());
        assertEquals(1, revisions.stored.size());
        assertEquals(List.of(), bus.published);
    }

    @Test
    void commands_for_an_older_revision_are_refused() {
        edit(new SetClipGain("a1", -1));

        ProblemException refused = assertThrows(ProblemException.class, () -> edit(new SetClipGain("a1", -2)));

        assertEquals(Problem.Kind.CONFLICT, refused.kind());
        assertTrue(refused.getMessage().contains("revision 2"), refused.getMessage());
    }

    @Test
    void before_the_first_production_there_is_nothing_to_edit() {
        revisions.stored.clear();

        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(ProblemException.class, () -> timelines.newest(OWNER, project))
                        .kind());
    }

    @Test
    void strangers_see_and_change_nothing() {
        TimelineEdit edit = new TimelineEdit(project, 1, List.of(new SetClipGain("a1", -1)));

        assertEquals(
                Problem.Kind.FORBIDDEN,
                assertThrows(ProblemException.class, () -> timelines.newest(STRANGER, project))
                        .kind());
        assertEquals(
                Problem.Kind.FORBIDDEN,
                assertThrows(ProblemException.class, () -> timelines.edit(STRANGER, edit))
                        .kind());
        assertEquals(1, revisions.stored.size());
    }

    private static final class Gate implements Access {
        @Override
        public void require(Person person, Action action, Optional<UUID> project) {
            if (!person.equals(OWNER)) {
                throw new ProblemException(Problem.Kind.FORBIDDEN, "", "Only the owner may.");
            }
        }

        @Override
        public Person localOwner() {
            return OWNER;
        }
    }

    private static final class Revisions implements TimelineRepository {
        final List<TimelineRevision> stored = new ArrayList<>();

        @Override
        public Optional<TimelineRevision> newest(UUID projectId) {
            return stored.stream().reduce((older, newer) -> newer);
        }

        @Override
        public Optional<TimelineRevision> find(UUID projectId, int revision) {
            return Optional.of(stored.get(revision - 1));
        }

        @Override
        public TimelineRevision append(int base, TimelineRevision next) {
            assertEquals(stored.size(), base);
            stored.add(next);
            return next;
        }
    }

    private static final class Assets implements AssetRepository {
        private final Map<UUID, Asset> stored = new java.util.HashMap<>();

        UUID add(UUID projectId, Asset.Type type, String mediaType) {
            UUID id = UUID.randomUUID();
            add(new Asset(
                    id,
                    projectId,
                    Optional.empty(),
                    type,
                    Asset.Source.UPLOADED,
                    NEW,
                    mediaType,
                    "file",
                    "upload",
                    "{}",
                    NOW));
            return id;
        }

        @Override
        public void add(Asset asset) {
            stored.put(asset.id(), asset);
        }

        @Override
        public Optional<Asset> find(UUID id) {
            return Optional.ofNullable(stored.get(id));
        }

        @Override
        public Page<Asset> list(UUID projectId, PageRequest page) {
            return new Page<>(List.of(), Optional.empty(), 0);
        }

        @Override
        public List<Asset> listByRole(UUID projectId, String role) {
            return List.of();
        }

        @Override
        public boolean remove(UUID id) {
            return false;
        }
    }

    private static final class Bus implements EventBus {
        final List<String> published = new ArrayList<>();

        @Override
        public void publish(Event event) {
            published.add(event.topic() + " " + event.payload().get("change") + " "
                    + event.payload().get("revision"));
        }

        @Override
        public Subscription subscribe(String topic, Consumer<Event> subscriber) {
            throw new AssertionError("the editor only publishes");
        }
    }
}
