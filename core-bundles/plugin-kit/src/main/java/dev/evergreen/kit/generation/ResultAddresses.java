package dev.evergreen.kit.generation;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the file in a model's output, which may be an address, a list or an object of these, and fetches it. */
public final class ResultAddresses {
    private static final long MOST_BYTES = 2L << 30;
    private static final String INLINE = "data:";

    private ResultAddresses() {}

    /** @throws ProviderException BAD_RESPONSE when there is no address in it, or nothing at the address */
    public static Path fetch(JsonAnswer output, CallContext call) throws ProviderException {
        String address = first(output)
                .orElseThrow(() -> new ProviderException(
                        Kind.BAD_RESPONSE, "The model's output has no file; its input may be configured wrongly"));
        if (address.startsWith(INLINE)) {
            String mediaType = address.substring(INLINE.length()).split("[;,]", 2)[0];
            byte[] content = ResultFiles.decoded(address.substring(address.indexOf(',') + 1));
            return ResultFiles.write(call, content, mediaType).path();
        }
        try {
            return call.downloads().fetch(URI.create(address), MOST_BYTES);
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Kind.BAD_RESPONSE, "The model's output has something that is no address", e);
        }
    }

    /** The first address, in the order that the vendor wrote. */
    private static Optional<String> first(JsonAnswer output) {
        Optional<String> text = output.optionalText("");
        if (text.isPresent()) {
            return text.filter(address -> address.matches("(?is)(https?://|data:).*"));
        }
        List<JsonAnswer> parts = new ArrayList<>(output.list(""));
        parts.addAll(output.fields("").values());
        return parts.stream()
                .map(ResultAddresses::first)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
