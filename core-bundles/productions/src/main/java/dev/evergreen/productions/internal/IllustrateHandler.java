package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.Frame;
import dev.evergreen.domain.project.FrameRepository;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.productions.Production.BillLine;
import dev.evergreen.productions.internal.AssetShelf.Made;
import dev.evergreen.productions.internal.StepData.IllustrateInput;
import dev.evergreen.productions.internal.StepData.Illustrated;
import dev.evergreen.productions.internal.StepData.ShotPlace;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.PromptOptimizer;
import dev.evergreen.spi.provider.PromptResult;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.PictureLayer;
import dev.evergreen.spi.timeline.VisualSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has the picture of one shot made, or takes the maker's own. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + Steps.ILLUSTRATE)
public final class IllustrateHandler implements ProviderStep {
    private final ProviderCalls calls;
    private final AssetShelf shelf;
    private final FrameRepository frames;
    private final Tiers tiers;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public IllustrateHandler(
            @Reference ProviderCalls calls,
            @Reference AssetShelf shelf,
            @Reference FrameRepository frames,
            @Reference Tiers tiers) {
        this.calls = calls;
        this.shelf = shelf;
        this.frames = frames;
        this.tiers = tiers;
    }

    @Override
    public JobOutcome serve(JobContext job) throws JobFailedException, TurnNotYet {
        IllustrateInput input = Json.read(job.job().input(), IllustrateInput.class);
        UUID project = job.job().projectId().orElseThrow();
        MediaBinding uploads = shelf.uploads(project);
        Optional<Asset> own = uploads.picture(input.place(), input.shot().cue());
        if (own.isPresent()) {
            return bound(input, own.get());
        }
        if (!input.shot().cue().isBlank()) {
            throw new JobFailedException(missing(input), Optional.empty(), null);
        }
        Prompted prompted = prompted(input, job);
        ImageRequest request = prompted.request();
        Served<ImageResult> served = calls.call(
                ImageGenerator.class,
                request,
                job,
                Wanted.of(input),
                done -> job.progress((int) (done * 100), "painting"));
        ImageResult image = served.result();
        String digest = ProviderCalls.digest(served, image.image());
        Made made = new Made(
                project,
                Optional.ofNullable(input.place().sceneId()),
                Asset.Type.IMAGE,
                "picture",
                fileName(input.place(), image.image().mediaType()),
                digest,
                image.image().mediaType(),
                origin(input, prompted, served));
        List<BillLine> bill = new ArrayList<>(prompted.bill().stream().toList());
        bill.add(ProviderCalls.bill(StepItems.picture(input.place()), served));
        Illustrated output = new Illustrated(input.shot().id(), source(served), Optional.empty(), bill);
        return new JobOutcome.Done(Json.write(output), List.of(), () -> {
            shelf.put(List.of(made));
            frame(input, digest, Frame.Type.AI_GENERATED);
        });
    }

    /** A prompt that cannot be rewritten is asked as it was written. */
    private Prompted prompted(IllustrateInput input, JobContext job) throws TurnNotYet {
        ImageRequest written =
                StepRequests.picture(input, tiers.of(input.tier()).size());
        if (!input.choices().optimizePrompts()) {
            return Prompted.asWritten(written, "");
        }
        try {
            Served<PromptResult> served = calls.call(
                    PromptOptimizer.class,
                    StepRequests.prompt(written),
                    job,
                    Wanted.of(input).withoutSimilar(),
                    done -> {});
            return Prompted.rewritten(written, served, StepItems.prompt(input.place()));
        } catch (JobFailedException e) {
            return Prompted.asWritten(written, String.valueOf(e.getMessage()));
        }
    }

    /** Where the picture comes from, for people. */
    private static Map<String, Object> origin(IllustrateInput input, Prompted prompted, Served<ImageResult> served) {
        Map<String, Object> origin = new TreeMap<>(Map.of(
                "shot", input.shot().id(),
                "provider", served.trail().served(),
                "requested", served.trail().requested(),
                "why", served.trail().why(),
                "tier", input.tier().orElse(Offer.Tier.STANDARD).name().toLowerCase(Locale.ROOT),
                "cost", served.charge().toString()));
        origin.putAll(prompted.told());
        served.trail().similar().ifPresent(similar -> {
            origin.put("similarTo", similar.prompt());
            origin.put("alikeness", similar.alikeness());
        });
        return origin;
    }

    /** Why a shot whose cue names no file that was given cannot be made. */
    static String missing(IllustrateInput input) {
        return "The script asks for '" + input.shot().cue() + "' in "
                + input.place().words()
                + ", but no such file was given; add it to the media folder or remove the cue.";
    }

    private JobOutcome bound(IllustrateInput input, Asset own) throws JobFailedException {
        Optional<Duration> length =
                own.type() == Asset.Type.VIDEO ? Optional.of(MediaMetadata.duration(own)) : Optional.empty();
        Illustrated output = new Illustrated(
                input.shot().id(),
                new MediaSource(own.digest(), own.mediaType()),
                length,
                List.of(new BillLine(StepItems.picture(input.place()), own.name(), false, Money.free())));
        return new JobOutcome.Done(
                Json.write(output), List.of(), () -> frame(input, own.digest(), Frame.Type.UPLOADED));
    }

    private void frame(IllustrateInput input, String digest, Frame.Type type) {
        frames.put(new Frame(
                UUID.randomUUID(),
                input.place().sceneId(),
                input.shot().id(),
                input.place().shotNumber(),
                type,
                Optional.of(digest),
                input.shot().picture().size().name().toLowerCase(Locale.ROOT),
                "",
                input.notes(),
                clock.instant()));
    }

    private static VisualSource source(Served<ImageResult> served) {
        ImageResult image = served.result();
        if (image.layers().isEmpty()) {
            return new MediaSource(
                    ProviderCalls.digest(served, image.image()), image.image().mediaType());
        }
        return new LayeredSource(image.layers().stream()
                .map(layer -> new PictureLayer(ProviderCalls.digest(served, layer.image()), layer.depth()))
                .toList());
    }

    private static String fileName(ShotPlace place, String mediaType) {
        return "%02d-%02d.%s"
                .formatted(place.sceneNumber(), place.shotNumber(), mediaType.endsWith("jpeg") ? "jpg" : "png");
    }
}
