package dev.evergreen.productions.internal;

import dev.evergreen.domain.project.Script;
import dev.evergreen.domain.project.ScriptRepository;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.scripting.ParsedScript;
import dev.evergreen.scripting.ScriptException;
import dev.evergreen.scripting.ScriptParser;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fetches and parses a stored script. */
@Component(service = ScriptReader.class)
public final class ScriptReader {
    private final ScriptRepository scripts;
    private final ScriptParser parser;

    @Activate
    public ScriptReader(@Reference ScriptRepository scripts, @Reference ScriptParser parser) {
        this.scripts = scripts;
        this.parser = parser;
    }

    ParsedScript parse(UUID scriptId) throws JobFailedException {
        Script script = scripts.find(scriptId)
                .orElseThrow(() -> new JobFailedException(
                        "Script " + scriptId + " is gone; start the production again.", Optional.empty(), null));
        try {
            return parser.parse(script.source(), script.fileName());
        } catch (ScriptException e) {
            throw new JobFailedException(
                    script.fileName() + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), Optional.empty(), e);
        }
    }
}
