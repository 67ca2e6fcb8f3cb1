package dev.evergreen.editor.internal;

import static dev.evergreen.editor.internal.EditorFakes.LIN;
import static dev.evergreen.editor.internal.EditorFakes.NEW;
import static dev.evergreen.editor.internal.EditorFakes.NOW;
import static dev.evergreen.editor.internal.EditorFakes.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.editor.EditedTimeline;
import dev.evergreen.editor.HistoryEntry;
import dev.evergreen.editor.HistoryEntry.Kind;
import dev.evergreen.editor.TimelineEdit;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.VisualClip;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelinesComponentTest {
    private static final Person STRANGER = new Person(UUID.randomUUID(), "stranger@localhost", "Stranger");
    private static final String WORDS = "{'command':'set-caption-text','clip':'c1','text':'See there.'}";
    private static final String SPLIT = "{'command':'split','clip':'v1','frame':60}";
    private static final String LONGER =
            "{'command':'trim-end','clip':'t1','frame':50,'ripple':'all'}"; // 20 frames more before v1

    private final UUID project = UUID.randomUUID();
    private final EditorFakes.Revisions revisions = new EditorFakes.Revisions();
    private final EditorFakes.Assets assets = new EditorFakes.Assets();
    private final EditorFakes.Bus bus = new EditorFakes.Bus();
    private TimelinesComponent timelines = component();

    private TimelinesComponent component() {
        return new TimelinesComponent(new EditorFakes.Gate(), revisions, assets, bus, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void assembled() {
        revisions.stored.add(new TimelineRevision(
                project, 1, Json.write(EditorFakes.snapshot()), "{\"baseline\":1}", "engine", NOW));
    }

    private EditedTimeline edit(Person person, int base, String... commands) {
        List<Map<String, Object>> read = new ArrayList<>();
        for (String command : commands) {
            read.add(Json.readObject(command.replace('\'', '"')));
        }
        return timelines.edit(person, new TimelineEdit(project, base, read));
    }

    private static VisualClip visual(EditedTimeline edited, int index) {
        return edited.timeline().visualTracks().get(0).clips().get(index);
    }

    private static String words(EditedTimeline edited) {
        return edited.timeline().captionTracks().get(0).clips().get(0).text();
    }

    private static String refusal(Problem.Kind kind, Runnable refused) {
        ProblemException problem = assertThrows(ProblemException.class, refused::run);
        assertEquals(kind, problem.kind());
        return problem.getMessage();
    }

    @Test
    void one_edit_is_one_revision_that_keeps_what_assembling_knew() {
        assets.add(project, Asset.Type.IMAGE, "image/png");

        EditedTimeline edited = edit(
                OWNER,
                1,
                WORDS,
                "{'command':'set-gain','clip':'a1','gain':[{'sample':0,'decibels':-3}]}",
                "{'command':'set-title-text','clip':'t1','heading':'Pools'}",
                "{'command':'replace-source','clip':'v1','source':{'type':'MediaSource','digest':'" + NEW
                        + "','mediaType':'image/png'}}");

        assertEquals(2, edited.revision());
        assertEquals("Owner", edited.author());
        assertEquals("{\"baseline\":1}", revisions.stored.get(1).plan());
        assertEquals("See there.", words(edited));
        assertEquals("Pools", ((TitleSource) visual(edited, 0).source()).heading());
        assertEquals(new MediaSource(NEW, "image/png"), visual(edited, 1).source());
        assertEquals(0, visual(edited, 1).inPointFrame(), "the in-point was the old picture's");
        assertEquals(edited, timelines.newest(OWNER, project));
        assertEquals(List.of("project:updated timeline 2"), bus.published);
    }

    @Test
    void all_commands_or_none_and_each_wrong_one_is_named() {
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> edit(
                        OWNER,
                        1,
                        WORDS,
                        "{'command':'remove-clip','clip':'c9'}",
                        "{'command':'paint-it-black','clip':'c1'}",
                        "{'command':'split','clip':'v1','frame':60,'colour':'red'}",
                        "{'command':'split','clip':'v1','frame':90}"));

        assertEquals(Problem.Kind.INVALID, refused.kind());
        assertEquals(
                List.of("commands[1]", "commands[2]", "commands[3]", "commands[4]"),
                refused.problems().stream().map(Problem::field).toList());
        assertTrue(refused.getMessage().contains("c9"), refused.getMessage());
        String colour = refused.problems().get(2).message();
        assertTrue(colour.contains("split has no field colour"), colour);
        assertEquals(1, revisions.stored.size());
        assertEquals(List.of(), bus.published);
    }

    @Test
    void only_the_projects_own_media_come_onto_its_timeline() {
        String replace = "{'command':'replace-source','clip':'v1','source':{'type':'MediaSource','digest':'" + NEW
                + "','mediaType':'image/png'}}";

        assertTrue(refusal(Problem.Kind.INVALID, () -> edit(OWNER, 1, replace)).contains("upload the file"));
        assets.add(UUID.randomUUID(), Asset.Type.IMAGE, "image/png");
        assertTrue(refusal(Problem.Kind.INVALID, () -> edit(OWNER, 1, replace)).contains("upload the file"));
        assets.add(project, Asset.Type.AUDIO, "audio/flac");
        assertTrue(refusal(Problem.Kind.INVALID, () -> edit(OWNER, 1, replace)).contains("audio/flac"));
        assets.add(project, Asset.Type.IMAGE, "image/png");
        assertEquals(2, edit(OWNER, 1, replace).revision());
    }

    @Test
    void undo_and_redo_go_back_and_forth_and_outlive_a_restart() {
        TimelineSnapshot first = EditorFakes.snapshot();
        TimelineSnapshot split = edit(OWNER, 1, SPLIT).timeline();
        TimelineSnapshot both = edit(OWNER, 2, LONGER, WORDS).timeline();

        timelines = component();
        assertEquals(split, timelines.undo(OWNER, project).timeline());
        assertEquals(first, timelines.undo(OWNER, project).timeline());
        assertTrue(refusal(Problem.Kind.CONFLICT, () -> timelines.undo(OWNER, project))
                .contains("no edit"));
        timelines = component();
        assertEquals(split, timelines.redo(OWNER, project).timeline());
        assertEquals(both, timelines.redo(OWNER, project).timeline());
        assertTrue(refusal(Problem.Kind.CONFLICT, () -> timelines.redo(OWNER, project))
                .contains("nothing"));
        assertEquals(split, timelines.undo(OWNER, project).timeline());
        edit(OWNER, 8, "{'command':'remove-clip','clip':'a1'}");
        assertTrue(refusal(Problem.Kind.CONFLICT, () -> timelines.redo(OWNER, project))
                .contains("nothing"));
    }

    @Test
    void undo_takes_back_ones_own_edit_only_and_follows_what_others_moved() {
        edit(OWNER, 1, SPLIT, "{'command':'remove-clip','clip':'c1'}");
        edit(LIN, 2, LONGER);

        EditedTimeline undone = timelines.undo(OWNER, project);

        assertEquals(List.of("t1", "v1", "v2"), ids(undone));
        assertEquals(50, visual(undone, 0).endFrame(), "what Lin did stays");
        assertEquals(50, visual(undone, 1).startFrame());
        assertEquals(60, visual(undone, 1).durationFrames());
        assertEquals(
                50,
                undone.timeline().captionTracks().get(0).clips().get(0).startFrame(),
                "the caption comes back where its picture is now");
        assertEquals(EditorFakes.snapshot(), timelines.undo(LIN, project).timeline());
    }

    private static List<String> ids(EditedTimeline edited) {
        return edited.timeline().visualTracks().get(0).clips().stream()
                .map(VisualClip::id)
                .toList();
    }

    @Test
    void undo_is_refused_by_name_where_somebody_changed_the_same() {
        edit(OWNER, 1, WORDS);
        edit(LIN, 2, "{'command':'set-caption-text','clip':'c1','text':'Look out!'}");

        String refusal = refusal(Problem.Kind.CONFLICT, () -> timelines.undo(OWNER, project));

        assertTrue(refusal.contains("set-caption-text of revision 2"), refusal);
        assertTrue(refusal.contains("of c1 was changed by Lin (set-caption-text, revision 3)"), refusal);
        assertEquals("See there.", words(timelines.undo(LIN, project)));
        assertEquals("Look here.", words(timelines.undo(OWNER, project)));
    }

    @Test
    void undo_of_a_split_is_refused_when_somebody_changed_a_part() {
        edit(OWNER, 1, SPLIT);
        edit(LIN, 2, "{'command':'add-effect','clip':'v1~2','effect':{'pluginId':'evergreen.grain'}}");

        String refusal = refusal(Problem.Kind.CONFLICT, () -> timelines.undo(OWNER, project));

        assertTrue(refusal.contains("the effects of v1~2 was changed by Lin (add-effect, revision 3)"), refusal);
    }

    @Test
    void an_edit_for_an_older_revision_is_rebased_on_what_others_did() {
        edit(LIN, 1, LONGER);

        EditedTimeline edited = edit(OWNER, 1, SPLIT, WORDS);

        assertEquals(List.of("t1", "v1", "v1~2", "v2"), ids(edited));
        assertEquals(80, visual(edited, 2).startFrame(), "frame 60 of the base is frame 80 now");
        assertEquals("See there.", words(edited));
    }

    @Test
    void an_edit_for_an_older_revision_is_refused_where_others_changed_the_same() {
        edit(LIN, 1, "{'command':'set-caption-text','clip':'c1','text':'Look out!'}");
        String same = refusal(Problem.Kind.CONFLICT, () -> edit(OWNER, 1, WORDS));
        assertTrue(same.contains("text of c1 was changed by Lin (set-caption-text, revision 2)"), same);

        edit(LIN, 2, "{'command':'remove-clip','clip':'v1'}");
        String gone = refusal(Problem.Kind.CONFLICT, () -> edit(OWNER, 2, SPLIT));
        assertTrue(gone.contains("v1 was removed by Lin (remove-clip, revision 3)"), gone);

        edit(LIN, 3, "{'command':'move','clip':'v2','frame':95}");
        String moved =
                refusal(Problem.Kind.CONFLICT, () -> edit(OWNER, 3, "{'command':'move','clip':'v2','frame':99}"));
        assertTrue(moved.contains("startFrame of v2 was changed by Lin (move, revision 4)"), moved);
        assertTrue(refusal(Problem.Kind.CONFLICT, () -> edit(OWNER, 9, WORDS)).contains("no revision 9"));
    }

    @Test
    void the_history_tells_who_did_what_and_what_is_undone() {
        edit(OWNER, 1, SPLIT);
        edit(LIN, 2, WORDS);
        timelines.undo(OWNER, project);

        List<HistoryEntry> history = timelines.history(OWNER, project);

        assertEquals(
                List.of(4, 3, 2, 1),
                history.stream().map(HistoryEntry::revision).toList());
        assertEquals(
                List.of(Kind.UNDO, Kind.EDIT, Kind.EDIT, Kind.ASSEMBLED),
                history.stream().map(HistoryEntry::kind).toList());
        assertEquals(List.of("split"), history.get(0).commands());
        assertEquals(2, history.get(0).of());
        assertTrue(history.get(2).undone() && !history.get(1).undone());
    }

    @Test
    void before_the_first_production_there_is_nothing_to_edit() {
        revisions.stored.clear();

        refusal(Problem.Kind.NOT_FOUND, () -> timelines.newest(OWNER, project));
        refusal(Problem.Kind.NOT_FOUND, () -> timelines.undo(OWNER, project));
    }

    @Test
    void strangers_see_and_change_nothing() {
        refusal(Problem.Kind.FORBIDDEN, () -> timelines.newest(STRANGER, project));
        refusal(Problem.Kind.FORBIDDEN, () -> timelines.history(STRANGER, project));
        refusal(Problem.Kind.FORBIDDEN, () -> edit(STRANGER, 1, WORDS));
        refusal(Problem.Kind.FORBIDDEN, () -> timelines.undo(STRANGER, project));
        refusal(Problem.Kind.FORBIDDEN, () -> timelines.redo(STRANGER, project));
        assertEquals(1, revisions.stored.size());
    }
}
