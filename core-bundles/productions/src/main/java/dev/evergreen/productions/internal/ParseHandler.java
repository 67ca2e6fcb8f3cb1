package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.productions.internal.StepData.Begin;
import dev.evergreen.scripting.ParsedScript;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the script, so that a script nothing can be made of fails the production at once and by name. */
@Component(property = JobHandler.KIND + "=" + Steps.PARSE)
public final class ParseHandler implements JobHandler {
    private final ScriptReader scripts;

    @Activate
    public ParseHandler(@Reference ScriptReader scripts) {
        this.scripts = scripts;
    }

    @Override
    public JobOutcome handle(JobContext job) throws JobFailedException {
        ParsedScript script =
                scripts.parse(Json.read(job.job().input(), Begin.class).scriptId());
        return JobOutcome.done(Json.write(Map.of(
                "scenes", script.screenplay().scenes().size(),
                "characters", script.screenplay().characters().size(),
                "remarks", script.diagnostics().size())));
    }
}
