package dev.evergreen.provider.elevenlabs.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Recordings;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Secrets;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all capabilities of an account share. Its probe lists the models, which costs nothing. */
final class ElevenLabsAccount implements HealthProbe, AutoCloseable {
    /** Letters of credit that a request used; of which a plan has so many a month. */
    private static final String COST = "character-cost";

    private static final String FORMAT = "mp3_44100_128";

    private final VendorClient client;
    private final Catalogue catalogue;
    private final Duration patience;

    ElevenLabsAccount(Settings settings, Secrets secrets) {
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.client = new VendorClient(new VendorClient.Setup(
                "ElevenLabs",
                settings.address("baseUrl"),
                Set.of(),
                Authorization.header("xi-api-key", "", secrets, settings.text("apiKey")),
                Map.of(),
                new ElevenLabsErrors()));
    }

    VendorClient client() {
        return client;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Sound in the format that the model's option {@code format} names. */
    VendorRequest post(String path, Model model) {
        return VendorRequest.post(path).within(patience).query("output_format", model.option("format", FORMAT));
    }

    VendorRequest get(String path) {
        return VendorRequest.get(path).within(patience);
    }

    /** An order whose answer is a sound file. */
    Sound sound(VendorRequest request, CallContext call) throws ProviderException {
        Path file = call.workspace().newFile(".mp3");
        Answer answer = client.save(request, call, file);
        if (!answer.mediaType().startsWith("audio/")) {
            throw client.failure(answer, Failure.of(Kind.BAD_RESPONSE, "", "there is no sound in it", answer));
        }
        return new Sound(new MediaFile(file, answer.mediaType()), Recordings.length(file), answer);
    }

    /**
     * Sound as it came.
     *
     * @param answer with the headers that say what it cost
     */
    record Sound(MediaFile file, Duration length, Answer answer) {}

    /** What the answer says that it cost, where a credit has a price. */
    Optional<Money> charge(Answer answer, Model model) {
        return answer.header(COST)
                .filter(cost -> cost.matches("\\d{1,9}(\\.\\d+)?"))
                .flatMap(cost ->
                        model.price("credit").map(credit -> catalogue.money(credit.multiply(new BigDecimal(cost)))));
    }

    @Override
    public Health probe(Duration timeout) {
        return client.probe(VendorRequest.get("v1/models"), timeout);
    }

    @Override
    public void close() {
        client.close();
    }
}
