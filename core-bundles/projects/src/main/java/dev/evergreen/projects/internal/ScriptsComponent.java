package dev.evergreen.projects.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.Script;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.projects.ScenePlans;
import dev.evergreen.projects.ScriptFile;
import dev.evergreen.projects.Scripts;
import dev.evergreen.projects.ShotPrompt;
import dev.evergreen.projects.StoredScript;
import dev.evergreen.scripting.ParsedScript;
import dev.evergreen.scripting.ScriptParser;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.script.SpokenLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scripts as versions, scenes as rows. */
@Component
public final class ScriptsComponent implements Scripts {
    private final Access access;
    private final ScriptParser parser;
    private final ScriptShelf shelf;
    private final Transactions transactions;
    private final Announcements announcements;

    @Activate
    public ScriptsComponent(
            @Reference Access access,
            @Reference ScriptParser parser,
            @Reference ScriptShelf shelf,
            @Reference Transactions transactions,
            @Reference Announcements announcements) {
        this.access = access;
        this.parser = parser;
        this.shelf = shelf;
        this.transactions = transactions;
        this.announcements = announcements;
    }

    @Override
    public ParsedScript parse(Person person, ScriptFile file) {
        access.require(person, Action.VIEW, Optional.empty());
        return ScriptReading.read(parser, file);
    }

    @Override
    public StoredScript put(Person person, UUID projectId, ScriptFile file) {
        access.require(person, Action.EDIT, Optional.of(projectId));
        ParsedScript parsed = ScriptReading.read(parser, file);
        return transactions.inTransaction(() -> {
            Optional<Script> before = shelf.newest(projectId);
            ParsedScript known = shelf.withKnownScenes(before, parsed);
            List<Scene> scenes = shelf.replaceScenes(projectId, known.screenplay());
            Optional<Script> same = before.filter(script -> isSame(script, file, known));
            if (same.isPresent()) {
                return new StoredScript(same.get(), known, scenes);
            }
            Script added = shelf.add(projectId, file.fileName(), known);
            announcements.projectUpdated(projectId, "script");
            return new StoredScript(added, known, scenes);
        });
    }

    private static boolean isSame(Script stored, ScriptFile file, ParsedScript parsed) {
        return stored.source().equals(parsed.source())
                && stored.fileName().equals(file.fileName())
                && stored.format().equals(parsed.document().format().word());
    }

    @Override
    public Script newest(Person person, UUID projectId) {
        access.require(person, Action.VIEW, Optional.of(projectId));
        return shelf.newest(projectId)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND, "script", "The project has no script yet; put one there first."));
    }

    @Override
    public List<Scene> scenes(Person person, UUID projectId) {
        access.require(person, Action.VIEW, Optional.of(projectId));
        return shelf.scenes(projectId);
    }

    @Override
    public List<Scene> scenesOf(Person person, UUID scriptId) {
        Script script = shelf.find(scriptId);
        access.require(person, Action.VIEW, Optional.of(script.projectId()));
        shelf.requireNewest(script);
        return shelf.scenes(script.projectId());
    }

    @Override
    public List<ShotPrompt> prompts(Person person, UUID scriptId) {
        List<ShotPrompt> prompts = new ArrayList<>();
        for (Scene scene : scenesOf(person, scriptId)) {
            ScenePlan plan = ScenePlans.of(scene)
                    .orElseThrow(() -> new ProblemException(
                            Problem.Kind.CONFLICT,
                            "scene",
                            "Scene " + scene.number() + " was not divided into shots yet; divide the script first."));
            plan.shots().forEach(shot -> prompts.add(prompt(scene, shot)));
        }
        return prompts;
    }

    private static ShotPrompt prompt(Scene scene, Shot shot) {
        String spoken =
                String.join(" ", shot.lines().stream().map(SpokenLine::text).toList());
        return new ShotPrompt(
                scene.id(), scene.number(), shot.id(), shot.picture().prompt(), spoken);
    }

    @Override
    public long maximumBytes() {
        return parser.maximumBytes();
    }
}
