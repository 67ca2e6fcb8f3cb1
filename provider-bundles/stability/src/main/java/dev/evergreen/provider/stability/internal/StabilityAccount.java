package dev.evergreen.provider.stability.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.Multipart;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What all capabilities of an account share. Its probe asks for the balance, which costs nothing. */
final class StabilityAccount implements HealthProbe, AutoCloseable {
    /** {@code SUCCESS}, or {@code CONTENT_FILTERED} for a picture that was blurred. */
    private static final String FINISH = "finish-reason";

    private static final long SEEDS = 4_294_967_294L;

    private final VendorClient client;
    private final Catalogue catalogue;
    private final Duration patience;

    StabilityAccount(Settings settings, Secrets secrets) {
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.client = new VendorClient(new VendorClient.Setup(
                "Stability AI",
                settings.address("baseUrl"),
                Set.of(),
                Authorization.bearer(secrets, settings.text("apiKey")),
                Map.of(),
                new StabilityErrors(Duration.ofSeconds(settings.whole("waitSeconds")))));
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** A seed that the vendor takes; 0 would stand for any. */
    static String seed(long seed) {
        return String.valueOf(1 + Math.floorMod(seed, SEEDS));
    }

    /** Holds a description against the model's limits. The vendor refuses other languages than English; other scripts are certain. */
    static void describe(Findings findings, String description, Model model) {
        long most = model.limit("prompt-characters").orElse(Long.MAX_VALUE);
        findings.refuseIf(description.isBlank(), "the description is empty; say what is wanted")
                .refuseIf(
                        description.length() > most,
                        "the description has " + description.length() + " letters; " + model.id() + " takes at most "
                                + most)
                .refuseIf(
                        description
                                .codePoints()
                                .anyMatch(letter -> Character.isLetter(letter)
                                        && Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN
                                        && Character.UnicodeScript.of(letter) != Character.UnicodeScript.COMMON),
                        "the description is not in Latin letters; Stability AI takes English only");
    }

    /** The vendor charges by the request. */
    Quote quote(Model model, String unit, Duration duration) {
        return model.price(unit)
                .map(price -> catalogue.price(price, price, duration))
                .orElseGet(() -> catalogue.noPrice(model, unit));
    }

    /**
     * An order whose answer is a file, in the format that the model's option {@code format} names.
     *
     * @param type what the answer is, {@code image} or {@code audio}
     */
    MediaFile order(Model model, String type, Multipart form, CallContext call) throws ProviderException {
        String format = model.option("format", type.equals("image") ? "png" : "wav");
        String name = model.option("model", "");
        form.text("output_format", format);
        if (!name.isEmpty()) {
            form.text("model", name);
        }
        Path file = call.workspace().newFile(ResultFiles.ending(type + "/" + format));
        Answer answer = client.save(
                VendorRequest.post(model.option("path", ""))
                        .header("Accept", type + "/*")
                        .form(form)
                        .within(patience),
                call,
                file);
        if (!answer.mediaType().startsWith(type + "/")) {
            throw client.failure(
                    answer, Failure.of(Kind.BAD_RESPONSE, "", "there is no " + type + " file in it", answer));
        }
        if (answer.header(FINISH).filter("CONTENT_FILTERED"::equals).isPresent()) {
            throw client.failure(
                    answer,
                    Failure.of(
                            Kind.CONTENT_REJECTED, "CONTENT_FILTERED", "the result was made unrecognizable", answer));
        }
        return new MediaFile(file, answer.mediaType());
    }

    @Override
    public Health probe(Duration timeout) {
        return client.probe(VendorRequest.get("v1/user/balance"), timeout);
    }

    @Override
    public void close() {
        client.close();
    }
}
