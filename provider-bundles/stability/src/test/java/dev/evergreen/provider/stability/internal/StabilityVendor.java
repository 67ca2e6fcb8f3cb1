package dev.evergreen.provider.stability.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.evergreen.contract.test.VendorContract.Misbehaviour;
import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the vendor answers with. */
final class StabilityVendor {
    static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    private StabilityVendor() {}

    static ResponseDefinitionBuilder picture(String finish) {
        return aResponse()
                .withHeader("Content-Type", "image/png")
                .withHeader("finish-reason", finish)
                .withHeader("seed", "8")
                .withHeader("x-request-id", "r-1")
                .withBody(PICTURE);
    }

    /** A quarter of a second of silence. */
    static ResponseDefinitionBuilder sound() {
        try {
            Path file = Files.createTempFile("sound", ".wav");
            WaveFiles.write(new WaveFiles.Sound(44_100, new float[2][11_025]), file);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return aResponse()
                    .withHeader("Content-Type", "audio/wav")
                    .withHeader("finish-reason", "SUCCESS")
                    .withBody(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Misbehaviour> errors() {
        List<Misbehaviour> errors = new ArrayList<>();
        errors.add(error("it does not understand", 400, "bad_request", Kind.INVALID_REQUEST));
        errors.add(error("the key is wrong", 401, "unauthorized", Kind.AUTHENTICATION));
        errors.add(error("there are no credits", 402, "payment_required", Kind.QUOTA_EXHAUSTED));
        errors.add(error("it refuses", 403, "content_moderation", Kind.CONTENT_REJECTED));
        errors.add(error("the file is too large", 413, "payload_too_large", Kind.UNSUPPORTED));
        errors.add(error("the language is another", 422, "invalid_language", Kind.UNSUPPORTED));
        errors.add(error("somebody known is asked for", 422, "public_figure", Kind.CONTENT_REJECTED));
        errors.add(error("it shuts us out", 429, "rate_limit_exceeded", Kind.RATE_LIMITED));
        errors.add(error("it breaks", 500, "internal_error", Kind.UNAVAILABLE));
        return errors;
    }

    /** The vendor's example of an error with another name. */
    static Misbehaviour error(String when, int status, String name, Kind kind) {
        return new Misbehaviour(
                when,
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"id\":\"4212a4b66fbe1cedca4bf2133d35dca5\",\"name\":\"" + name
                                + "\",\"errors\":[\"some-field: is required\"]}"),
                kind);
    }
}
