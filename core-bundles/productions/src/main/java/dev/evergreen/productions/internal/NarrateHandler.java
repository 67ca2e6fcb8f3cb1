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
import dev.evergreen.productions.internal.StepData.NarrateInput;
import dev.evergreen.productions.internal.StepData.Narrated;
import dev.evergreen.productions.internal.StepData.SpokenSound;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.script.SpokenLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has the lines of one shot spoken, or takes the maker's recording. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + Steps.NARRATE)
public final class NarrateHandler implements ProviderStep {
    private final ProviderCalls calls;
    private final AssetShelf shelf;

    @Activate
    public NarrateHandler(@Reference ProviderCalls calls, @Reference AssetShelf shelf) {
        this.calls = calls;
        this.shelf = shelf;
    }

    @Override
    public JobOutcome serve(JobContext job) throws JobFailedException, TurnNotYet {
        NarrateInput input = Json.read(job.job().input(), NarrateInput.class);
        UUID project = job.job().projectId().orElseThrow();
        Optional<MediaBinding.Bound> recording = shelf.uploads(project).recording(input.place());
        if (recording.isPresent()) {
            return JobOutcome.done(Json.write(recorded(input, recording.get())));
        }
        List<SpokenSound> sounds = new ArrayList<>();
        List<BillLine> bill = new ArrayList<>();
        List<Made> made = new ArrayList<>();
        Set<SpeechRequest> billed = new HashSet<>();
        for (SpokenLine line : input.shot().lines()) {
            int before = sounds.size();
            SpeechRequest request = StepRequests.speech(input, line);
            Served<SpeechResult> served = calls.call(
                    SpeechSynthesizer.class,
                    request,
                    job,
                    Wanted.of(input.choices()),
                    done -> job.progress(
                            (int) (100 * (before + done) / input.shot().lines().size()), "speaking"));
            SpeechResult speech = served.result();
            String digest = ProviderCalls.digest(served, speech.audio());
            sounds.add(new SpokenSound(
                    digest, Duration.ZERO, speech.duration(), line.speaker(), line.text(), speech.words()));
            String who = StepItems.speaker(line);
            String item = StepItems.narration(line, input.place());
            // A line that is spoken twice in the shot is paid once.
            bill.add(
                    billed.add(request)
                            ? ProviderCalls.bill(item, served)
                            : new BillLine(item, served.trail().served(), true, Money.free()));
            made.add(new Made(
                    project,
                    Optional.ofNullable(input.place().sceneId()),
                    Asset.Type.AUDIO,
                    "narration",
                    "%02d-%02d-%d %s.wav"
                            .formatted(
                                    input.place().sceneNumber(), input.place().shotNumber(), before + 1, who),
                    digest,
                    speech.audio().mediaType(),
                    Map.of(
                            "shot", input.shot().id(),
                            "text", line.text(),
                            "voice", speech.voice(),
                            "provider", served.trail().served(),
                            "requested", served.trail().requested(),
                            "cost", served.charge().toString())));
        }
        return new JobOutcome.Done(
                Json.write(new Narrated(input.shot().id(), sounds, bill)), List.of(), () -> shelf.put(made));
    }

    /** The recording as one sound; of a scene's recording, the shot's share by the length of its words. */
    static Narrated recorded(NarrateInput input, MediaBinding.Bound recording) throws JobFailedException {
        Duration length = MediaMetadata.duration(recording.asset());
        Duration from = recording.wholeScene() ? share(length, input.span().from()) : Duration.ZERO;
        Duration to = recording.wholeScene() ? share(length, input.span().to()) : length;
        String text = String.join(
                " ", input.shot().lines().stream().map(SpokenLine::text).toList());
        SpokenSound sound = new SpokenSound(
                recording.asset().digest(),
                from,
                to.minus(from),
                input.shot().lines().get(0).speaker(),
                text,
                List.of());
        BillLine line = new BillLine(
                StepItems.recording(input.place()), recording.asset().name(), false, Money.free());
        return new Narrated(input.shot().id(), List.of(sound), List.of(line));
    }

    private static Duration share(Duration length, double share) {
        return Duration.ofNanos(Math.round(length.toNanos() * share));
    }
}
