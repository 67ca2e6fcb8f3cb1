package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.productions.internal.EditKeeper.Merged;
import dev.evergreen.productions.internal.StepData.AssembleInput;
import dev.evergreen.productions.internal.StepData.Assembled;
import dev.evergreen.productions.internal.StepData.Composed;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Assembles the timeline from everything made, and keeps what a person edited. */
@Component(property = JobHandler.KIND + "=" + Steps.ASSEMBLE)
public final class AssembleHandler implements JobHandler {
    private static final String ENGINE = "engine";

    private final TimelineRepository timelines;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public AssembleHandler(@Reference TimelineRepository timelines) {
        this.timelines = timelines;
    }

    /**
     * What a revision remembers of assembling.
     *
     * @param baseline the timeline as the engine assembled it last
     * @param outOfDate clips whose edits no longer fit what they were made from
     */
    record Memory(TimelineSnapshot baseline, List<String> outOfDate) {}

    @Override
    public JobOutcome handle(JobContext job) {
        AssembleInput input = Json.read(job.job().input(), AssembleInput.class);
        UUID project = job.job().projectId().orElseThrow();
        TimelineSnapshot made = TimelineAssembler.assemble(
                Json.read(job.outputOf(input.divide()), Divided.class),
                StepOutputs.narration(job, input.narrate()),
                StepOutputs.pictures(job, input.illustrate()),
                input.compose().map(step -> Json.read(job.outputOf(step), Composed.class)));
        Optional<TimelineRevision> newest = timelines.newest(project);
        Merged merged = newest.map(revision -> EditKeeper.merge(
                        Json.read(revision.plan(), Memory.class).baseline(),
                        Json.read(revision.snapshot(), TimelineSnapshot.class),
                        made))
                .orElse(new Merged(made, List.of()));
        int base = newest.map(TimelineRevision::revision).orElse(0);
        TimelineRevision next = new TimelineRevision(
                project,
                base + 1,
                Json.write(merged.timeline()),
                Json.write(new Memory(made, merged.outOfDate())),
                ENGINE,
                clock.instant());
        return new JobOutcome.Done(
                Json.write(new Assembled(base + 1, merged.outOfDate())),
                List.of(), // A conflict rolls the end back and the attempt is repeated on what was edited meanwhile.
                () -> timelines.append(base, next));
    }
}
