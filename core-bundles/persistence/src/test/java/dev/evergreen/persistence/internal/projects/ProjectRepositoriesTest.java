package dev.evergreen.persistence.internal.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.Frame;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.Script;
import dev.evergreen.domain.project.TimelineChange;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Samples;
import dev.evergreen.persistence.internal.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ProjectRepositoriesTest {
    private final Database database = TestDatabase.open().database();
    private final JdbiProjectRepository projects = new JdbiProjectRepository(database);
    private final JdbiScriptRepository scripts = new JdbiScriptRepository(database);
    private final JdbiSceneRepository scenes = new JdbiSceneRepository(database);
    private final JdbiFrameRepository frames = new JdbiFrameRepository(database);
    private final JdbiAssetRepository assets = new JdbiAssetRepository(database);
    private final JdbiTimelineRepository timelines = new JdbiTimelineRepository(database);

    @Test
    void aProjectComesBackAsItWasAdded() {
        Project project = Samples.storedProject();
        assertEquals(Optional.of(project), projects.find(project.id()));
        assertEquals(Optional.empty(), projects.find(Samples.id()));
    }

    @Test
    void anUpdateRaisesTheRevisionAndAStaleOneIsRefused() {
        Project project = Samples.storedProject();
        Project renamed = projects.update(with(project, "Rock pools", 1));
        assertEquals(2, renamed.revision());
        assertEquals("Rock pools", renamed.title());
        assertTrue(renamed.updatedAt().isAfter(project.updatedAt()));
        assertEquals(Optional.of(renamed), projects.find(project.id()));

        ProblemException conflict =
                assertThrows(ProblemException.class, () -> projects.update(with(project, "Late", 1)));
        assertEquals(Problem.Kind.CONFLICT, conflict.kind());
        assertTrue(conflict.getMessage().contains("revision 2 and not 1"), conflict.getMessage());
        assertEquals("Rock pools", projects.find(project.id()).orElseThrow().title());

        Project unknown = with(Samples.project(project.ownerId(), "None", Samples.NOON), "None", 1);
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(ProblemException.class, () -> projects.update(unknown))
                        .kind());
    }

    @Test
    void ofConcurrentUpdatesExactlyOneGetsThrough() throws Exception {
        Project project = Samples.storedProject();
        assertEquals(1, successes(8, () -> projects.update(with(project, "Mine", 1))));
        assertEquals(2, projects.find(project.id()).orElseThrow().revision());
    }

    @Test
    void pagesWithoutGapsOrRepeats() {
        Person owner = Samples.person();
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            // Pairs share a time, so that the id must decide.
            Project project = Samples.project(owner.id(), "P" + i, Samples.NOON.plusSeconds(i / 2));
            projects.add(project);
            added.add(project.id());
        }
        Page<Project> page = projects.list(owner.id(), PageRequest.first(10));
        assertEquals(25, page.total());
        // A newcomer belongs before the first page and must not shift the others.
        projects.add(Samples.project(owner.id(), "new", Samples.NOON.plus(Duration.ofDays(1))));
        List<UUID> seen = new ArrayList<>();
        page.items().forEach(project -> seen.add(project.id()));
        while (page.next().isPresent()) {
            page = projects.list(owner.id(), new PageRequest(page.next(), 10));
            page.items().forEach(project -> seen.add(project.id()));
        }
        assertEquals(25, seen.size());
        assertEquals(new HashSet<>(added), new HashSet<>(seen));
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        for (String cursor : List.of("", "abc", "????", "AAAAAAAAAAA")) {
            ProblemException problem = assertThrows(
                    ProblemException.class,
                    () -> projects.list(Samples.id(), new PageRequest(Optional.of(cursor), 10)));
            assertEquals(Problem.Kind.INVALID, problem.kind());
            assertEquals("cursor", problem.problems().get(0).field());
        }
    }

    @Test
    void whatDoesNotFitIsRefusedInTheWordsOfTheDomain() {
        Person owner = Samples.person();
        assertKind(
                Problem.Kind.INVALID, () -> projects.add(Samples.project(owner.id(), "x".repeat(256), Samples.NOON)));
        assertKind(Problem.Kind.NOT_FOUND, () -> projects.add(Samples.project(Samples.id(), "x", Samples.NOON)));
        Project project = Samples.storedProject();
        assertKind(Problem.Kind.CONFLICT, () -> projects.add(project));
        assertKind(Problem.Kind.INVALID, () -> projects.add(Samples.project(owner.id(), "nul \0", Samples.NOON)));
    }

    @Test
    void valuesNeverBecomeStatements() {
        Person owner = Samples.person();
        String nasty = "'); DROP TABLE users; -- :id \\ \" ${x} <b>";
        Project project = Samples.project(owner.id(), nasty, Samples.NOON);
        projects.add(project);
        assertEquals(nasty, projects.find(project.id()).orElseThrow().title());
    }

    @Test
    void removingAProjectTakesEverythingInItAlong() {
        Project project = Samples.storedProject();
        Script script = scripts.add(script(project.id(), "one"));
        Scene scene = scenes.replace(project.id(), List.of(Samples.scene(project.id(), "a", 1)))
                .get(0);
        Frame frame = frames.put(frame(scene.id(), "shot-1", 1));
        Asset asset = asset(project.id(), Optional.of(scene.id()), "film", Samples.NOON);
        assets.add(asset);
        timelines.append(0, revision(project.id(), "{}"));

        assertTrue(projects.remove(project.id()));

        assertFalse(projects.remove(project.id()));
        assertEquals(Optional.empty(), scripts.find(script.id()));
        assertEquals(Optional.empty(), scenes.find(scene.id()));
        assertEquals(Optional.empty(), frames.find(frame.id()));
        assertEquals(Optional.empty(), assets.find(asset.id()));
        assertEquals(Optional.empty(), timelines.newest(project.id()));
    }

    @Test
    void scriptsAreNumberedAlsoWhenSeveralAreAddedAtOnce() throws Exception {
        Project project = Samples.storedProject();
        assertEquals(8, successes(8, () -> scripts.add(script(project.id(), "text"))));
        Script newest = scripts.add(script(project.id(), "INT. ROOM\n\tTäxt ✓\n"));
        assertEquals(9, newest.version());
        assertEquals("INT. ROOM\n\tTäxt ✓\n", newest.source());
        assertEquals(Optional.of(newest), scripts.newest(project.id()));
        assertEquals(Optional.of(newest), scripts.find(newest.id()));
        assertKind(Problem.Kind.NOT_FOUND, () -> scripts.add(script(Samples.id(), "x")));
    }

    @Test
    void scenesKeepTheirIdsFramesAndAssetsOverReparsing() {
        Project project = Samples.storedProject();
        UUID id = project.id();
        List<Scene> first = scenes.replace(
                id, List.of(Samples.scene(id, "a", 1), Samples.scene(id, "b", 2), Samples.scene(id, "c", 3)));
        Frame frame = frames.put(frame(first.get(1).id(), "shot-1", 1));
        Asset picture = asset(id, Optional.of(first.get(1).id()), "picture", Samples.NOON);
        Asset orphan = asset(id, Optional.of(first.get(2).id()), "picture", Samples.NOON);
        assets.add(picture);
        assets.add(orphan);

        List<Scene> second = scenes.replace(
                id, List.of(Samples.scene(id, "b", 1), Samples.scene(id, "d", 2), Samples.scene(id, "a", 3)));

        assertEquals(first.get(1).id(), second.get(0).id());
        assertEquals(first.get(0).id(), second.get(2).id());
        assertEquals(List.of("b", "d", "a"), second.stream().map(Scene::key).toList());
        assertEquals(second, scenes.list(id));
        assertEquals(List.of(frame), frames.list(second.get(0).id()));
        assertEquals(Optional.of(picture), assets.find(picture.id()));
        assertEquals(Optional.empty(), scenes.find(first.get(2).id()));
        assertEquals(Optional.empty(), assets.find(orphan.id()).orElseThrow().sceneId(), "the asset stays");
        assertEquals(List.of(), scenes.replace(id, List.of()));
        assertEquals(List.of(), scenes.list(id));
    }

    @Test
    void scenesHoldAnyTextAndUnknownLengths() {
        Project project = Samples.storedProject();
        Scene sample = Samples.scene(project.id(), "long", 1);
        Scene scene = new Scene(
                sample.id(),
                project.id(),
                "long",
                1,
                "🌊".repeat(300),
                "",
                Optional.empty(),
                "content",
                "{\"a\": [1, null, \"ü\"]}",
                Samples.NOON);
        Scene stored = scenes.replace(project.id(), List.of(scene)).get(0);
        assertEquals(Optional.empty(), stored.durationSeconds());
        assertEquals("{\"a\": [1, null, \"ü\"]}", stored.plan());
        assertEquals("🌊".repeat(254) + "…", stored.title(), "cut at the column's 255 characters");
        assertThrows(
                IllegalArgumentException.class,
                () -> scenes.replace(project.id(), List.of(sample, Samples.scene(project.id(), "long", 2))));
        assertKind(Problem.Kind.NOT_FOUND, () -> scenes.replace(Samples.id(), List.of()));
    }

    @Test
    void aFrameOfTheSameShotIsReplacedInPlace() {
        Project project = Samples.storedProject();
        Scene scene = scenes.replace(project.id(), List.of(Samples.scene(project.id(), "a", 1)))
                .get(0);
        Frame first = frames.put(frame(scene.id(), "shot-1", 1));
        Frame again = new Frame(
                Samples.id(),
                scene.id(),
                "shot-1",
                2,
                Frame.Type.UPLOADED,
                Optional.of("sha256:" + "b".repeat(64)),
                "close-up",
                "low",
                "brighter",
                Samples.NOON.plusSeconds(1));
        Frame stored = frames.put(again);
        assertEquals(first.id(), stored.id());
        assertEquals(Frame.Type.UPLOADED, stored.type());
        assertEquals(again.digest(), stored.digest());
        assertEquals("brighter", stored.notes());
        Frame other = frames.put(frame(scene.id(), "shot-0", 1));
        assertEquals(List.of(other, stored), frames.list(scene.id()));
    }

    @Test
    void assetsAreListedNewestFirst() {
        Project project = Samples.storedProject();
        List<Asset> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Asset asset =
                    asset(project.id(), Optional.empty(), i % 2 == 0 ? "film" : "music", Samples.NOON.plusSeconds(i));
            assets.add(asset);
            added.add(0, asset);
        }
        Page<Asset> page = assets.list(project.id(), PageRequest.first(3));
        assertEquals(added.subList(0, 3), page.items());
        assertEquals(5, page.total());
        assertEquals(
                added.subList(3, 5),
                assets.list(project.id(), new PageRequest(page.next(), 3)).items());
        assertEquals(List.of(added.get(0), added.get(2), added.get(4)), assets.listByRole(project.id(), "film"));
        assertTrue(assets.remove(added.get(0).id()));
        assertFalse(assets.remove(added.get(0).id()));
        assertEquals(4, assets.list(project.id(), PageRequest.first(3)).total());
    }

    @Test
    void timelinesGrowFromTheNewestRevisionOnly() throws Exception {
        Project project = Samples.storedProject();
        String snapshot = "{\"z\": 1, \"a\":  2}";
        TimelineRevision first = timelines.append(0, revision(project.id(), snapshot));
        assertEquals(1, first.revision());
        assertEquals(snapshot, first.snapshot(), "the very text");
        assertKind(Problem.Kind.CONFLICT, () -> timelines.append(0, revision(project.id(), "{}")));
        assertKind(Problem.Kind.CONFLICT, () -> timelines.append(2, revision(project.id(), "{}")));
        assertEquals(1, successes(8, () -> timelines.append(1, revision(project.id(), "{}"))));
        assertEquals(2, timelines.newest(project.id()).orElseThrow().revision());
        assertEquals(Optional.of(first), timelines.find(project.id(), 1));
        assertEquals(Optional.empty(), timelines.find(project.id(), 3));
        assertKind(Problem.Kind.NOT_FOUND, () -> timelines.append(0, revision(Samples.id(), "{}")));
    }

    @Test
    void timelinesRememberWhatWasDoneToThem() {
        Project project = Samples.storedProject();
        timelines.append(0, revision(project.id(), "{}"));
        TimelineRevision edited = timelines.append(
                1, new TimelineRevision(project.id(), 2, "{}", "{}", "Ada", "{\"kind\": \"EDIT\"}", Samples.NOON));

        assertEquals("{\"kind\": \"EDIT\"}", edited.edit());
        assertEquals("", timelines.find(project.id(), 1).orElseThrow().edit());
        assertEquals(
                List.of(
                        new TimelineChange(1, "engine", "", Samples.NOON),
                        new TimelineChange(2, "Ada", "{\"kind\": \"EDIT\"}", Samples.NOON)),
                timelines.changes(project.id(), 0));
        assertEquals(1, timelines.changes(project.id(), 1).size());
        assertEquals(List.of(), timelines.changes(project.id(), 2));
    }

    /** How many of so many concurrent calls succeed; the others must be refused as conflicts. */
    private static int successes(int calls, Callable<?> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(calls);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                all.add(() -> {
                    try {
                        call.call();
                        return true;
                    } catch (ProblemException e) {
                        assertEquals(Problem.Kind.CONFLICT, e.kind());
                        return false;
                    }
                });
            }
            int successes = 0;
            for (Future<Boolean> done : pool.invokeAll(all)) {
                successes += done.get() ? 1 : 0;
            }
            return successes;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void assertKind(Problem.Kind kind, Runnable call) {
        ProblemException problem = assertThrows(ProblemException.class, call::run);
        assertEquals(kind, problem.kind(), problem.getMessage());
        assertNotEquals("", problem.getMessage());
    }

    private static Project with(Project project, String title, long revision) {
        return new Project(
                project.id(),
                project.ownerId(),
                title,
                project.description(),
                "producing",
                "{\"style\": \"ink\"}",
                revision,
                project.createdAt(),
                project.updatedAt());
    }

    private static Script script(UUID project, String source) {
        return new Script(Samples.id(), project, "fountain", "tide.fountain", source, 0, Samples.NOON);
    }

    private static Frame frame(UUID scene, String shot, int number) {
        return new Frame(
                Samples.id(),
                scene,
                shot,
                number,
                Frame.Type.AI_GENERATED,
                Optional.empty(),
                "wide",
                "eye",
                "",
                Samples.NOON);
    }

    private static Asset asset(UUID project, Optional<UUID> scene, String role, Instant at) {
        return new Asset(
                Samples.id(),
                project,
                scene,
                Asset.Type.IMAGE,
                Asset.Source.GENERATED,
                "sha256:" + "a".repeat(64),
                "image/png",
                "picture.png",
                role,
                "{\"shot\": 1}",
                at);
    }

    private static TimelineRevision revision(UUID project, String snapshot) {
        return new TimelineRevision(project, 0, snapshot, "{}", "engine", Samples.NOON);
    }
}
