package dev.evergreen.provider.google.speech.internal;

import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for a service account: an assertion signed with its key is exchanged for a token of an hour (RFC 7523, 2.1), which is used until
 * shortly before its end, or until the key behind the reference is another one. Thread-safe.
 */
final class ServiceAccount implements Authorization, AutoCloseable {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final VendorClient client;
    private final Secrets secrets;
    private final Clock clock;
    private final Duration patience;
    private final String reference;
    private final String audience;
    private final String scope;
    private @Nullable Token token;

    private record Token(String value, Instant until, int key) {}

    /**
     * @param address of the server that gives tokens
     * @param reference of the account's key in JSON
     */
    ServiceAccount(URI address, String scope, Secrets secrets, String reference, Duration patience, Clock clock) {
        this.audience = address.toString().replaceFirst("/+$", "") + "/token";
        this.scope = scope;
        this.secrets = secrets;
        this.reference = reference;
        this.patience = patience;
        this.clock = clock;
        this.client = new VendorClient(new VendorClient.Setup(
                "Google OAuth", address, Set.of(), Authorization.none(), Map.of(), new GoogleErrors()));
    }

    @Override
    public synchronized Credentials credentials() throws ProviderException {
        String key = secrets.resolve(reference);
        Token current = token;
        if (current == null
                || current.key() != key.hashCode()
                || !clock.instant().isBefore(current.until())) {
            current = exchange(key);
            token = current;
        }
        return new Credentials(Map.of("Authorization", "Bearer " + current.value()), Map.of(), Set.of(current.value()));
    }

    @Override
    public void close() {
        client.close();
    }

    private Token exchange(String key) throws ProviderException {
        JsonAnswer account = JsonAnswer.parseObject("key", key).orElseThrow(ServiceAccount::noKey);
        String form = "grant_type=" + VendorRequest.segment(GRANT) + "&assertion=" + assertion(account);
        JsonAnswer answer = client.send(
                        VendorRequest.post("token").text("application/x-www-form-urlencoded", form), patience)
                .json();
        Instant until = clock.instant()
                .plusSeconds(answer.whole("/expires_in", LIFE.toSeconds()))
                .minus(MARGIN);
        return new Token(answer.text("/access_token"), until, key.hashCode());
    }

    private String assertion(JsonAnswer account) throws ProviderException {
        if (!account.has("/client_email") || !account.has("/private_key")) {
            throw noKey();
        }
        long now = clock.instant().getEpochSecond();
        String content = encoded(JsonAnswer.write(
                        Map.of("alg", "RS256", "typ", "JWT", "kid", account.text("/private_key_id", ""))))
                + "."
                + encoded(JsonAnswer.write(Map.of(
                        "iss",
                        account.text("/client_email"),
                        "scope",
                        scope,
                        "aud",
                        audience,
                        "iat",
                        now,
                        "exp",
                        now + LIFE.toSeconds())));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey(account.text("/private_key")));
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Its message may quote the key.
            throw noKey();
        }
    }

    /** RFC 7468: base64 between two lines. */
    private static PrivateKey privateKey(String text) throws GeneralSecurityException {
        String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ProviderException noKey() {
        return new ProviderException(
                Kind.AUTHENTICATION,
                "The key of the Google account is no key of a service account; create one in the Cloud console (IAM, service accounts, keys, JSON) and give its whole text");
    }
}
