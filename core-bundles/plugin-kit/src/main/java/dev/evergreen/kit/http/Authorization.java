package dev.evergreen.kit.http;

import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Secrets;
import java.util.Map;
import java.util.Set;

/** How a request shows whose it is. Asked for every request, so that a changed secret holds at once and is kept nowhere. */
@FunctionalInterface
public interface Authorization {
    /** @throws ProviderException of kind AUTHENTICATION when the secret cannot be had */
    Credentials credentials() throws ProviderException;

    /**
     * What is added to one request.
     *
     * @param headers by name
     * @param query parameters by name, not yet encoded
     * @param secrets values that no message may hold
     */
    record Credentials(Map<String, String> headers, Map<String, String> query, Set<String> secrets) {
        public Credentials {
            headers = Map.copyOf(headers);
            query = Map.copyOf(query);
            secrets = Set.copyOf(secrets);
        }
    }

    /** For vendors that ask for no key. */
    static Authorization none() {
        return () -> new Credentials(Map.of(), Map.of(), Set.of());
    }

    /**
     * A key in a header of its own, such as {@code xi-api-key}.
     *
     * @param prefix what stands before the key, for example {@code "Key "}; may be empty
     * @param reference the secret's reference; an empty one adds nothing, as servers without keys want it
     */
    static Authorization header(String name, String prefix, Secrets secrets, String reference) {
        return () -> {
            if (reference.isBlank()) {
                return none().credentials();
            }
            String key = key(secrets, reference);
            return new Credentials(Map.of(name, prefix + key), Map.of(), Set.of(key));
        };
    }

    /** RFC 6750: {@code Authorization: Bearer KEY}. */
    static Authorization bearer(Secrets secrets, String reference) {
        return header("Authorization", "Bearer ", secrets, reference);
    }

    /** A key in the query, for vendors that know no other way. */
    static Authorization query(String name, Secrets secrets, String reference) {
        return () -> {
            String key = key(secrets, reference);
            return new Credentials(Map.of(), Map.of(name, key), Set.of(key));
        };
    }

    private static String key(Secrets secrets, String reference) throws ProviderException {
        String key = secrets.resolve(reference).strip();
        if (key.isEmpty() || key.chars().anyMatch(letter -> letter < ' ' || letter > '~')) {
            // The JDK would quote the value in its complaint.
            throw new ProviderException(
                    ProviderException.Kind.AUTHENTICATION,
                    "The key behind '" + reference.replaceFirst(":.*", ":…")
                            + "' is empty or has letters that no header can carry; enter it again");
        }
        return key;
    }
}
