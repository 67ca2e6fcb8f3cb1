package dev.evergreen.projects;

import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.spi.provider.AnalysisResult;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Has a script analyst plan the shots of a script. Both calls wait for the analyst. Thread-safe. */
@ProviderType
public interface ScriptAnalysis {
    /** Plans without storing anything. */
    Served<AnalysisResult> analyze(Person person, ScriptFile file);

    /**
     * Plans the project's newest script and stores the plan with its scenes.
     *
     * @throws dev.evergreen.domain.ProblemException CONFLICT when the project has a newer script
     */
    List<Scene> divide(Person person, UUID scriptId);
}
