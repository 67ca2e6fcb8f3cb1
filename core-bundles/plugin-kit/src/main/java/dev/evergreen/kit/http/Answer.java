package dev.evergreen.kit.http;

import dev.evergreen.spi.provider.ProviderException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A vendor's answer, whatever its status.
 *
 * @param vendor its name, for messages
 * @param status of HTTP
 * @param headers of HTTP
 * @param body empty where it went to a file or to a listener
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared never
public record Answer(String vendor, int status, HttpHeaders headers, byte[] body) {
    /** Where vendors put the id of a request, by which their support finds it. */
    private static final List<String> REQUEST_ID = List.of(
            "x-request-id",
            "request-id",
            "x-fal-request-id",
            "apim-request-id",
            "x-ms-request-id",
            "x-amzn-requestid",
            "cf-ray");

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The content type without its parameters, in lower case; empty where there is none. */
    public String mediaType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT))
                .orElse("");
    }

    public Optional<String> requestId() {
        return REQUEST_ID.stream().flatMap(name -> header(name).stream()).findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** @throws ProviderException BAD_RESPONSE when the body is no JSON */
    public JsonAnswer json() throws ProviderException {
        return JsonAnswer.parse("The answer of " + vendor + named(), text());
    }

    /** The request's id in brackets, for the end of a message; empty where the vendor gives none. */
    public String named() {
        return requestId().map(id -> " (request " + id + ")").orElse("");
    }
}
