package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.productions.Production.BillLine;
import dev.evergreen.productions.internal.AssetShelf.Made;
import dev.evergreen.productions.internal.StepData.ComposeInput;
import dev.evergreen.productions.internal.StepData.Composed;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.timeline.FrameRate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has music composed that is exactly as long as the film, or takes the maker's own. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + Steps.COMPOSE)
public final class ComposeHandler implements ProviderStep {
    private final ProviderCalls calls;
    private final AssetShelf shelf;

    @Activate
    public ComposeHandler(@Reference ProviderCalls calls, @Reference AssetShelf shelf) {
        this.calls = calls;
        this.shelf = shelf;
    }

    @Override
    public JobOutcome serve(JobContext job) throws JobFailedException, TurnNotYet {
        ComposeInput input = Json.read(job.job().input(), ComposeInput.class);
        UUID project = job.job().projectId().orElseThrow();
        Optional<Asset> own = shelf.uploads(project).music();
        if (own.isPresent()) {
            BillLine line = new BillLine(StepItems.MUSIC, own.get().name(), false, Money.free());
            return JobOutcome.done(
                    Json.write(new Composed(own.get().digest(), MediaMetadata.duration(own.get()), List.of(line))));
        }
        Divided divided = Json.read(job.outputOf(input.divide()), Divided.class);
        Timing timing = Timing.of(divided, StepOutputs.narration(job, input.narrate()));
        Duration length = timing.length(FrameRate.of(divided.choices().film().framesPerSecond()));
        MusicRequest request = StepRequests.music(divided, length);
        Served<SoundResult> served = calls.call(
                MusicComposer.class,
                request,
                job,
                Wanted.of(divided.choices()),
                done -> job.progress((int) (done * 100), "composing"));
        SoundResult music = served.result();
        String digest = ProviderCalls.digest(served, music.audio());
        Made made = new Made(
                project,
                Optional.empty(),
                Asset.Type.AUDIO,
                "music",
                "music.wav",
                digest,
                music.audio().mediaType(),
                Map.of(
                        "mood", request.mood(),
                        "provider", served.trail().served(),
                        "requested", served.trail().requested(),
                        "cost", served.charge().toString()));
        return new JobOutcome.Done(
                Json.write(
                        new Composed(digest, music.duration(), List.of(ProviderCalls.bill(StepItems.MUSIC, served)))),
                List.of(),
                () -> shelf.put(List.of(made)));
    }
}
