package dev.evergreen.projects.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.project.KnownScenes;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.SceneRepository;
import dev.evergreen.domain.project.SceneRows;
import dev.evergreen.domain.project.Script;
import dev.evergreen.domain.project.ScriptRepository;
import dev.evergreen.scripting.ParsedScript;
import dev.evergreen.scripting.SceneMatcher;
import dev.evergreen.scripting.ScriptParser;
import dev.evergreen.spi.script.Screenplay;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The stored scripts with their scenes. */
@Component(service = ScriptShelf.class)
public final class ScriptShelf {
    private final ScriptRepository scripts;
    private final SceneRepository scenes;
    private final ScriptParser parser;
    private final Clock clock;

    @Activate
    public ScriptShelf(
            @Reference ScriptRepository scripts, @Reference SceneRepository scenes, @Reference ScriptParser parser) {
        this(scripts, scenes, parser, Clock.systemUTC());
    }

    ScriptShelf(ScriptRepository scripts, SceneRepository scenes, ScriptParser parser, Clock clock) {
        this.scripts = scripts;
        this.scenes = scenes;
        this.parser = parser;
        this.clock = clock;
    }

    Script find(UUID scriptId) {
        return scripts.find(scriptId)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "scriptId",
                        "There is no script " + scriptId + "; ask its project for the newest one."));
    }

    Optional<Script> newest(UUID projectId) {
        return scripts.newest(projectId);
    }

    void requireNewest(Script script) {
        Script newest = scripts.newest(script.projectId()).orElse(script);
        if (!newest.id().equals(script.id())) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT,
                    "scriptId",
                    "Script " + script.id() + " is version " + script.version() + ", but the project is at version "
                            + newest.version() + "; ask for script " + newest.id() + ".");
        }
    }

    List<Scene> scenes(UUID projectId) {
        return scenes.list(projectId);
    }

    Script add(UUID projectId, String fileName, ParsedScript parsed) {
        return scripts.add(new Script(
                UUID.randomUUID(),
                projectId,
                parsed.document().format().word(),
                fileName,
                parsed.source(),
                1,
                clock.instant()));
    }

    List<Scene> replaceScenes(UUID projectId, Screenplay screenplay) {
        SceneRows rows = new SceneRows(projectId, scenes.list(projectId), clock.instant());
        return scenes.replace(projectId, rows.parsed(screenplay));
    }

    /** The newest script parsed, its scenes under the keys that they are stored with. */
    ParsedScript parsedAsStored(Script newest) {
        ParsedScript parsed = ScriptReading.read(parser, newest);
        return parsed.withScreenplay(KnownScenes.underStoredKeys(parsed.screenplay(), scenes.list(newest.projectId())));
    }

    /** The script with the keys of those scenes that the version before had, too. */
    ParsedScript withKnownScenes(Optional<Script> before, ParsedScript parsed) {
        return before.map(script -> parsed.withScreenplay(
                        SceneMatcher.match(parsedAsStored(script).screenplay().scenes(), parsed.screenplay())))
                .orElse(parsed);
    }
}
