package dev.evergreen.projects;

import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.Script;
import dev.evergreen.scripting.ParsedScript;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Scripts and their scenes. A script that cannot be read is a {@link dev.evergreen.domain.ProblemException} whose field is
 * {@code script:<line>:<column>}. Thread-safe.
 */
@ProviderType
public interface Scripts {
    /** Reads a script without storing it. */
    ParsedScript parse(Person person, ScriptFile file);

    /**
     * Stores the project's next script and divides it into scenes. Scenes that did not change or only moved keep their ids; a script
     * equal to the newest one makes no new version.
     */
    StoredScript put(Person person, UUID projectId, ScriptFile file);

    Script newest(Person person, UUID projectId);

    /** The project's scenes in order. */
    List<Scene> scenes(Person person, UUID projectId);

    /**
     * The scenes of a script, in order.
     *
     * @throws dev.evergreen.domain.ProblemException CONFLICT when the project has a newer script: its scenes are those of the newest
     */
    List<Scene> scenesOf(Person person, UUID scriptId);

    /**
     * The prompts of a script, shot by shot.
     *
     * @throws dev.evergreen.domain.ProblemException CONFLICT when the script is not the newest, or was not divided into shots yet
     */
    List<ShotPrompt> prompts(Person person, UUID scriptId);

    /** The size above which a script is refused, in bytes. */
    long maximumBytes();
}
