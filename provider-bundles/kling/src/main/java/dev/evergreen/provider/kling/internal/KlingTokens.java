package dev.evergreen.provider.kling.internal;

import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows whose requests are by a token of our own (RFC 7519, signed with HS256): the access key as issuer, valid from a little before now.
 * Each request has a fresh one, so that none is ever too old.
 */
final class KlingTokens implements Authorization {
    /** Seconds; longest that the vendor takes. */
    private static final long LIFE = 1_800;

    /** Seconds by which the vendor's clock may be behind ours. */
    private static final long BEHIND = 5;

    private final Secrets secrets;
    private final String accessKey;
    private final String secretKey;
    private final Clock clock;

    /** @param accessKey and {@code secretKey} are references */
    KlingTokens(Secrets secrets, String accessKey, String secretKey, Clock clock) {
        this.secrets = secrets;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.clock = clock;
    }

    @Override
    public Credentials credentials() throws ProviderException {
        String access = resolved(accessKey, "access key");
        String secret = resolved(secretKey, "secret key");
        String token = token(access, secret);
        return new Credentials(
                Map.of("Authorization", "Bearer " + token), Map.of(), new HashSet<>(List.of(access, secret, token)));
    }

    private String resolved(String reference, String name) throws ProviderException {
        String key = secrets.resolve(reference).strip();
        if (key.isEmpty()) {
            throw new ProviderException(Kind.AUTHENTICATION, "Kling's " + name + " is empty; enter it again");
        }
        return key;
    }

    /** Header and claims exactly as the vendor asks for them: no {@code iat}. */
    private String token(String access, String secret) {
        long now = clock.instant().getEpochSecond();
        String header = encoded(JsonAnswer.write(new TreeMap<>(Map.of("alg", "HS256", "typ", "JWT")))
                .getBytes(StandardCharsets.UTF_8));
        String claims =
                encoded(JsonAnswer.write(new TreeMap<>(Map.of("iss", access, "exp", now + LIFE, "nbf", now - BEHIND)))
                        .getBytes(StandardCharsets.UTF_8));
        String signed = header + "." + claims;
        try {
            Mac signature = Mac.getInstance("HmacSHA256");
            signature.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + encoded(signature.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
