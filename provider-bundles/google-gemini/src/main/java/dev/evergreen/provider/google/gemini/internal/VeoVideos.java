package dev.evergreen.provider.google.gemini.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureSizes;
import dev.evergreen.kit.provider.PollingPace;
import dev.evergreen.kit.provider.Prompts;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Pollable;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.VideoGenerator;
import dev.evergreen.spi.provider.VideoRequest;
import dev.evergreen.spi.provider.VideoResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Films by Veo from words or from a first picture ({@code :predictLongRunning}). An order is an operation that is asked after; a film that is
 * refused hides in an operation that succeeded, and costs nothing. A film lies at the vendor for about two days; its address wants the key.
 */
final class VeoVideos extends CatalogueProvider<VideoRequest, VideoResult>
        implements VideoGenerator, Pollable<VideoResult> {
    private static final int SCHEMA = 1;
    private static final String TASK = "task";
    private static final String LENGTH = "seconds";
    private static final String PRICE = "second";
    private static final long MOST_BYTES = 2L << 30;

    private final GeminiAccount account;

    VeoVideos(GeminiAccount account) {
        super(VideoGenerator.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<VideoRequest> support(VideoRequest request, Offer offer) {
        Model model = model(offer);
        Findings findings = new Findings();
        if (request.width() < 1 || request.height() < 1 || request.duration().toMillis() < 1) {
            return findings.refuse("a film has a size and a length, but " + request.width() + "x" + request.height()
                            + " for " + request.duration().toMillis() + " ms was asked for")
                    .support(request);
        }
        String prompt = Prompts.of(request.shot(), "");
        findings.refuseIf(
                prompt.isBlank() && request.start().isEmpty(), "the description is empty; say what is to be seen");
        GeminiInputs.check(findings, model, prompt, request.start().stream().toList());
        Optional<PictureSizes.Size> nearest =
                PictureSizes.nearest(model.list("sizes"), request.width(), request.height());
        findings.refuseIf(nearest.isEmpty(), "the model " + model.id() + " has no option 'sizes'");
        PictureSizes.Size size = nearest.orElse(new PictureSizes.Size(request.width(), request.height()));
        Optional<Long> seconds = seconds(model, size, request.duration());
        findings.refuseIf(
                seconds.isEmpty(),
                "the length " + request.duration().toMillis() / 1000.0 + " s; " + model.id() + " makes "
                        + lengths(model, size) + " s at " + size);
        Duration length = seconds.map(Duration::ofSeconds).orElse(request.duration());
        findings.warnIf(
                        size.width() != request.width() || size.height() != request.height(),
                        model.id() + " makes " + size + " instead of " + request.width() + "x" + request.height())
                .warnIf(
                        !length.equals(request.duration()),
                        model.id() + " makes " + length.toSeconds() + " s instead of "
                                + request.duration().toMillis() / 1000.0 + " s");
        return findings.support(
                new VideoRequest(request.shot(), request.start(), size.width(), size.height(), length, request.seed()));
    }

    @Override
    public Quote quote(VideoRequest request, Offer offer) {
        Model model = model(offer);
        Optional<PictureSizes.Size> size =
                PictureSizes.nearest(model.list("sizes"), Math.max(1, request.width()), Math.max(1, request.height()));
        Optional<Long> seconds = size.flatMap(one -> seconds(model, one, request.duration()));
        Optional<BigDecimal> second = size.flatMap(one -> model.price(PRICE + "." + resolution(one), PRICE));
        if (second.isEmpty() || seconds.isEmpty()) {
            return catalogue().noPrice(model, PRICE);
        }
        BigDecimal exact = second.get().multiply(BigDecimal.valueOf(seconds.get()));
        return catalogue().price(exact, exact, Duration.ofSeconds(60 + seconds.get() * 10));
    }

    @Override
    public Outcome<VideoResult> execute(VideoRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        PictureSizes.Size size = new PictureSizes.Size(request.width(), request.height());
        long seconds = seconds(model, size, request.duration())
                .orElse(request.duration().toSeconds());
        Map<String, Object> instance = new HashMap<>();
        instance.put("prompt", Prompts.of(request.shot(), ""));
        Optional<MediaFile> start = request.start();
        if (start.isPresent()) {
            instance.put(
                    "image",
                    Map.of(
                            "bytesBase64Encoded",
                            ResultFiles.encoded(start.get()),
                            "mimeType",
                            start.get().mediaType()));
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("aspectRatio", size.width() >= size.height() ? "16:9" : "9:16");
        parameters.put("resolution", resolution(size));
        parameters.put("durationSeconds", seconds);
        if (!model.option("personGeneration", "").isEmpty()) {
            parameters.put("personGeneration", model.option("personGeneration", ""));
        }
        JsonAnswer answer = account.client()
                .send(
                        account.post(model, "predictLongRunning")
                                .json(Map.of("instances", List.of(instance), "parameters", parameters)),
                        call)
                .json();
        Checkpoint task = PollingPace.begin(
                SCHEMA, Map.of(TASK, answer.text("/name"), LENGTH, String.valueOf(seconds)), account.clock());
        call.checkpoint(task);
        return account.pace().again(task, account.clock());
    }

    @Override
    public Outcome<VideoResult> poll(Checkpoint task, CallContext call) throws ProviderException {
        Answer answer = account.client().send(account.get(operation(task)), call);
        JsonAnswer body = answer.json();
        if (!body.flag("/done")) {
            // A name shows that this is an operation.
            body.text("/name");
            return account.pace().again(task, account.clock());
        }
        if (body.has("/error")) {
            throw failure(
                    answer,
                    GeminiErrors.ofOperation(body.whole("/error/code", 13)),
                    body.text("/error/code", ""),
                    body.text("/error/message", "the film failed"));
        }
        String place = "/response/generateVideoResponse";
        Optional<String> film = body.optionalText(place + "/generatedSamples/0/video/uri");
        if (film.isEmpty()) {
            boolean refused = body.whole(place + "/raiMediaFilteredCount", 0) > 0;
            throw failure(
                    answer,
                    refused ? Kind.CONTENT_REJECTED : Kind.BAD_RESPONSE,
                    refused ? "raiMediaFiltered" : "",
                    body.text(place + "/raiMediaFilteredReasons/0", "there is no film in it"));
        }
        VendorRequest download =
                VendorRequest.get(film.get()).within(account.patience()).atMost(MOST_BYTES);
        return Outcome.done(new VideoResult(
                new MediaFile(account.client().fetch(download, call, ".mp4"), "video/mp4"),
                Duration.ofSeconds(Long.parseLong(task.state().getOrDefault(LENGTH, "0")))));
    }

    @Override
    public void cancel(Checkpoint checkpoint, CallContext call) {
        // The vendor takes no order back: the film is made, and paid.
    }

    /** Only films that were made are charged (ai.google.dev/gemini-api/docs/pricing). */
    private ProviderException failure(Answer answer, Kind kind, String code, String message) {
        return account.client()
                .failure(
                        answer,
                        new Failure(
                                kind,
                                code,
                                message,
                                Optional.empty(),
                                kind == Kind.BAD_RESPONSE
                                        ? Optional.empty()
                                        : Optional.of(catalogue().money(BigDecimal.ZERO))));
    }

    private static String operation(Checkpoint task) throws ProviderException {
        String name = task.state().getOrDefault(TASK, "");
        if (task.schema() > SCHEMA || !name.matches("models/[\\w.-]+/operations/[\\w.-]+")) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE,
                    "The stored task '" + name + "' of schema " + task.schema() + " is none of Veo's operations");
        }
        return name;
    }

    /** As the vendor calls it, by the shorter side. */
    private static String resolution(PictureSizes.Size size) {
        int side = Math.min(size.width(), size.height());
        return side >= 2160 ? "4k" : side >= 1080 ? "1080p" : "720p";
    }

    private static List<String> lengths(Model model, PictureSizes.Size size) {
        List<String> own = model.list(LENGTH + "." + resolution(size));
        return own.isEmpty() ? model.list(LENGTH) : own;
    }

    /** The shortest length that the model makes at that size and that is not shorter than what is wanted. */
    private static Optional<Long> seconds(Model model, PictureSizes.Size size, Duration wanted) {
        return lengths(model, size).stream()
                .map(Long::parseLong)
                .sorted()
                .filter(length -> Duration.ofSeconds(length).compareTo(wanted) >= 0)
                .findFirst();
    }
}
