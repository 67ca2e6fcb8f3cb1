package dev.evergreen.projects.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.Script;
import dev.evergreen.orchestrator.CallEstimate;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.orchestrator.Ranking;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.projects.ScenePlans;
import dev.evergreen.projects.ScriptFile;
import dev.evergreen.projects.ShotPrompt;
import dev.evergreen.projects.StoredScript;
import dev.evergreen.scripting.ScriptParser;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.AnalysisRequest;
import dev.evergreen.spi.provider.AnalysisResult;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.script.CameraMove;
import dev.evergreen.spi.script.FilmPlan;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.spi.script.SpokenLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScriptsComponentTest {
    private static final String BEACH = "EXT. BEACH - DAWN\n\nA wide beach below a white lighthouse.\n\n";
    private static final String POOL = "EXT. TIDE POOL - DAWN\n\nMara kneels beside the pool.\n\nMARA\nLook.\n\n";
    private static final String KITCHEN = "INT. KITCHEN - NIGHT\n\nRain on the window.\n\n";

    private final UUID project = UUID.randomUUID();
    private final Fakes.Gate gate = new Fakes.Gate();
    private final Fakes.Scripts rows = new Fakes.Scripts();
    private final Fakes.Projects projects = new Fakes.Projects();
    private final Fakes.Scenes sceneRows = new Fakes.Scenes();
    private final Fakes.Bus bus = new Fakes.Bus();
    private final Fakes.OneTransaction transactions = new Fakes.OneTransaction();
    private final ScriptParser parser = ScriptParser.create(100_000);
    private final Announcements announcements = new Announcements(bus, transactions, Fakes.CLOCK);
    private final ScriptShelf shelf = new ScriptShelf(rows, sceneRows, parser, Fakes.CLOCK);
    private final ScriptsComponent scripts = new ScriptsComponent(gate, parser, shelf, transactions, announcements);
    private final Analyst analyst = new Analyst();
    private final ScriptAnalysisComponent analysis =
            new ScriptAnalysisComponent(gate, parser, shelf, projects, sceneRows, analyst, announcements, Fakes.CLOCK);

    private StoredScript put(String text) {
        return scripts.put(Fakes.OWNER, project, ScriptFile.ofText("tide.fountain", text));
    }

    @Test
    void a_script_is_kept_as_a_version_and_divided_into_scenes() {
        StoredScript stored = put(BEACH + POOL);

        assertEquals(1, stored.script().version());
        assertEquals("fountain", stored.script().format());
        assertEquals(
                List.of("EXT. BEACH - DAWN", "EXT. TIDE POOL - DAWN"),
                stored.scenes().stream().map(Scene::title).toList());
        assertEquals(List.of("project:updated script"), bus.published);
        assertEquals(stored.script(), scripts.newest(Fakes.OWNER, project));
    }

    @Test
    void the_same_script_again_is_no_new_version() {
        Script first = put(BEACH + POOL).script();

        assertEquals(first, put(BEACH + POOL).script());
        assertEquals(1, rows.stored.size());
        assertEquals(2, put(BEACH).script().version());
    }

    @Test
    void scenes_keep_their_ids_while_they_move_and_change_version_after_version() {
        List<Scene> first = put(BEACH + POOL).scenes();
        List<Scene> second = put(KITCHEN + POOL + BEACH).scenes();
        List<Scene> third =
                put(KITCHEN + POOL.replace("Look.", "Look here.") + BEACH).scenes();

        assertEquals(first.get(0).id(), second.get(2).id(), "the beach moved to the end");
        assertEquals(first.get(1).id(), second.get(1).id());
        assertEquals(
                second.stream().map(Scene::id).toList(),
                third.stream().map(Scene::id).toList());
        assertEquals(List.of(1, 2, 3), third.stream().map(Scene::number).toList());
    }

    @Test
    void a_scene_keeps_its_plan_until_its_words_change() {
        Script script = put(BEACH + POOL).script();
        analysis.divide(Fakes.OWNER, script.id());

        List<Scene> changed = put(BEACH + POOL.replace("Look.", "See.")).scenes();

        assertTrue(ScenePlans.of(changed.get(0)).isPresent(), "the beach is as it was planned");
        assertTrue(ScenePlans.of(changed.get(1)).isEmpty(), "the pool has other words now");
    }

    @Test
    void analysts_are_chosen_by_the_projects_own_rules() {
        Script script = put(BEACH).script();
        analysis.divide(Fakes.OWNER, script.id());
        assertEquals(Routing.Policy.FASTEST, analyst.routing.policy(), "without any, the node's hold");

        Routing rules = Routing.pinned("own");
        projects.stored.put(
                project,
                new Project(
                        project,
                        Fakes.OWNER.id(),
                        "Tide",
                        "",
                        "draft",
                        Routing.into("{}", Optional.of(rules)),
                        1,
                        Fakes.CLOCK.instant(),
                        Fakes.CLOCK.instant()));
        analysis.divide(Fakes.OWNER, script.id());
        assertEquals(rules, analyst.routing);
    }

    @Test
    void dividing_stores_the_plan_and_prompts_come_of_it() {
        Script script = put(BEACH + POOL).script();
        assertEquals(Problem.Kind.CONFLICT, kind(() -> scripts.prompts(Fakes.OWNER, script.id())));

        List<Scene> divided = analysis.divide(Fakes.OWNER, script.id());
        List<ShotPrompt> prompts = scripts.prompts(Fakes.OWNER, script.id());

        assertEquals("Scene of 2", divided.get(0).title());
        assertEquals(2, prompts.size());
        assertEquals("A picture.", prompts.get(0).prompt());
        assertEquals("One. Two.", prompts.get(0).spoken());
        assertEquals(divided, scripts.scenesOf(Fakes.OWNER, script.id()));
        assertEquals(
                divided.get(0).key(), analyst.asked.screenplay().scenes().get(0).id(), "stored keys are asked for");
    }

    @Test
    void an_older_version_is_told_which_one_counts() {
        Script older = put(BEACH).script();
        Script newer = put(POOL).script();

        ProblemException refused =
                assertThrows(ProblemException.class, () -> scripts.scenesOf(Fakes.OWNER, older.id()));

        assertEquals(Problem.Kind.CONFLICT, refused.kind());
        assertTrue(refused.getMessage().contains(newer.id().toString()), refused.getMessage());
        assertEquals(Problem.Kind.CONFLICT, kind(() -> analysis.divide(Fakes.OWNER, older.id())));
        assertEquals(Problem.Kind.NOT_FOUND, kind(() -> analysis.divide(Fakes.OWNER, UUID.randomUUID())));
    }

    @Test
    void what_cannot_be_read_leaves_everything_as_it_was() {
        put(BEACH);

        assertEquals(Problem.Kind.INVALID, kind(() -> put(" \n ")));
        assertEquals(Problem.Kind.TOO_LARGE, kind(() -> put("x ".repeat(60_000))));
        ProblemException binary = assertThrows(
                ProblemException.class,
                () -> scripts.put(
                        Fakes.OWNER, project, new ScriptFile("a.fountain", new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 1})));

        assertEquals(Problem.Kind.UNSUPPORTED_MEDIA, binary.kind());
        assertTrue(binary.problems().get(0).field().matches("script:\\d+:\\d+"), binary.problems()::toString);
        assertEquals(1, rows.stored.size());
        assertEquals(1, scripts.scenes(Fakes.OWNER, project).size());
    }

    @Test
    void an_analyst_s_failure_says_who_must_act() {
        Script script = put(BEACH).script();
        analyst.failure = ProviderException.Kind.QUOTA_EXHAUSTED;
        assertEquals(Problem.Kind.EXHAUSTED, kind(() -> analysis.divide(Fakes.OWNER, script.id())));
        analyst.failure = ProviderException.Kind.CONTENT_REJECTED;
        assertEquals(
                Problem.Kind.INVALID, kind(() -> analysis.analyze(Fakes.OWNER, ScriptFile.ofText("a.txt", "Waves."))));
        analyst.failure = ProviderException.Kind.OVERLOADED;
        assertEquals(Problem.Kind.UNAVAILABLE, kind(() -> analysis.divide(Fakes.OWNER, script.id())));
        assertTrue(ScenePlans.of(scripts.scenes(Fakes.OWNER, project).get(0)).isEmpty());
    }

    @Test
    void every_call_passes_the_gate_once() {
        Script script = put(BEACH).script();
        analysis.divide(Fakes.OWNER, script.id());
        gate.asked.clear();

        scripts.parse(Fakes.OWNER, ScriptFile.ofText("a.fountain", BEACH));
        scripts.newest(Fakes.OWNER, project);
        scripts.scenes(Fakes.OWNER, project);
        scripts.prompts(Fakes.OWNER, script.id());
        analysis.analyze(Fakes.OWNER, ScriptFile.ofText("a.fountain", BEACH));

        assertEquals(List.of("VIEW node", "VIEW project", "VIEW project", "VIEW project", "SPEND node"), gate.asked);
        assertEquals(
                Problem.Kind.FORBIDDEN,
                kind(() -> scripts.put(Fakes.STRANGER, project, ScriptFile.ofText("a.fountain", POOL))));
        assertNotEquals(POOL, scripts.newest(Fakes.OWNER, project).source());
    }

    private static Problem.Kind kind(Runnable call) {
        return assertThrows(ProblemException.class, call::run).kind();
    }

    /** Plans one shot a scene, or fails. */
    private static final class Analyst implements Orchestrator {
        ProviderException.Kind failure = ProviderException.Kind.CANCELLED;
        AnalysisRequest asked;
        Routing routing;

        @Override
        public <Q extends Request<R>, R extends Result> Served<R> call(
                Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) throws CallFailedException {
            Trail trail = new Trail("", "analyst", "", List.of(), List.of());
            if (failure != ProviderException.Kind.CANCELLED) {
                throw new CallFailedException(failure, "It failed.", trail, null);
            }
            asked = (AnalysisRequest) request;
            routing = options.routing();
            int scenes = asked.screenplay().scenes().size();
            List<ScenePlan> plans = asked.screenplay().scenes().stream()
                    .map(scene -> new ScenePlan(scene.id(), "Scene of " + scenes, "calm", List.of(shot(scene.id()))))
                    .toList();
            @SuppressWarnings("unchecked")
            R result = (R) new AnalysisResult(new FilmPlan("T", "L", List.of(), plans));
            return new Served<>(result, Map.of(), trail, Money.free(), false);
        }

        @Override
        public <Q extends Request<R>, R extends Result> CallEstimate estimate(
                Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) {
            throw new AssertionError("dividing asks for no price");
        }

        @Override
        public Routing standard() {
            return Routing.by(Routing.Policy.FASTEST);
        }

        private static Shot shot(String scene) {
            return new Shot(
                    scene + "-1",
                    List.of(new SpokenLine("", "One.", ""), new SpokenLine("", "Two.", "")),
                    Json.read(Json.write(picture()), ShotDescription.class),
                    CameraMove.HOLD,
                    "",
                    "",
                    "");
        }

        private static ShotDescription picture() {
            return new ShotDescription(
                    "A picture.", Setting.EXTERIOR, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
        }

        @Override
        public <Q extends Request<R>, R extends Result> Ranking rank(
                Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) {
            return new Ranking(List.of());
        }

        @Override
        public List<OfferStatus> status() {
            return List.of();
        }
    }
}
