package dev.evergreen.provider.openai.internal;

import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The vendor and its accounts as all capabilities' tests need them. */
final class OpenAiVendor {
    private OpenAiVendor() {}

    static VendorStub stub() {
        return new VendorStub("/contract/openai.openapi.json", "/v1");
    }

    static OpenAiAccount account(URI base, int timeoutSeconds, Secrets secrets, Map<String, ?> more) {
        Map<String, Object> configuration = new HashMap<>(
                Map.of("baseUrl", base.toString(), "apiKey", "secret:1", "timeoutSeconds", (long) timeoutSeconds));
        configuration.putAll(more);
        return new OpenAiAccount(Settings.of(OpenAi.class, "openai", configuration), secrets);
    }

    static OpenAiAccount account(URI base, int timeoutSeconds, Secrets secrets) {
        return account(base, timeoutSeconds, secrets, Map.of());
    }

    /** An error as the vendor writes it. */
    static String error(String type, String code, String message) {
        return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"" + type + "\",\"param\":null,\"code\":"
                + (code.isEmpty() ? "null" : "\"" + code + "\"") + "}}";
    }

    static Path file(String ending, byte[] content) {
        try {
            Path file = Files.createTempFile("openai", ending);
            file.toFile().deleteOnExit();
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The errors that every capability can meet: status, code, kind. */
    enum Common {
        WRONG_KEY(401, "invalid_request_error", "invalid_api_key", Kind.AUTHENTICATION),
        REGION(403, "invalid_request_error", "unsupported_country_region_territory", Kind.AUTHENTICATION),
        NO_MODEL(404, "invalid_request_error", "model_not_found", Kind.UNSUPPORTED),
        TOO_FAST(429, "requests", "rate_limit_exceeded", Kind.RATE_LIMITED),
        USED_UP(429, "insufficient_quota", "insufficient_quota", Kind.QUOTA_EXHAUSTED),
        HARD_LIMIT(400, "billing_limit_user_error", "billing_hard_limit_reached", Kind.QUOTA_EXHAUSTED),
        WRONG(400, "invalid_request_error", "", Kind.INVALID_REQUEST),
        BROKEN(500, "server_error", "server_error", Kind.UNAVAILABLE);

        final int status;
        final String type;
        final String code;
        final Kind kind;

        Common(int status, String type, String code, Kind kind) {
            this.status = status;
            this.type = type;
            this.code = code;
            this.kind = kind;
        }

        String body() {
            return error(type, code, "The vendor's own words");
        }
    }
}
