package dev.evergreen.provider.google.speech.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import dev.evergreen.contract.test.VendorContract;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** What all capabilities of this plugin have in common. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GoogleContract<Q extends Request<R>, R extends Result> extends VendorContract<Q, R> {
    private final VendorStub vendor = stub();
    private final List<GoogleAccount> accounts = new ArrayList<>();

    private final VendorStub tokens = tokens();

    /** The key of a service account, made for these tests. */
    static final Secrets SERVICE_ACCOUNT = serviceAccount();

    /** Gives {@link #KEY} as the token, so that it may appear nowhere. */
    static VendorStub tokens() {
        VendorStub tokens = new VendorStub("/contract/google-oauth.derived.openapi.yaml", "");
        tokens.stub(post("/token")
                .willReturn(
                        okJson("{\"access_token\":\"" + KEY + "\",\"expires_in\":3599,\"token_type\":\"Bearer\"}")));
        return tokens;
    }

    private static Secrets serviceAccount() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            String key = "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(
                                    generator.generateKeyPair().getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
            String json = JsonAnswer.write(Map.of(
                    "type",
                    "service_account",
                    "client_email",
                    "a@b.example",
                    "private_key_id",
                    "1",
                    "private_key",
                    key));
            return reference -> json;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static VendorStub stub() {
        return new VendorStub("/contract/texttospeech-v1.openapi.json", "");
    }

    /** A WAV file of silence. */
    static byte[] wave(Path folder, int seconds) {
        try {
            Path file = Files.createTempFile(folder, "silence", ".wav");
            WaveFiles.write(new WaveFiles.Sound(8_000, new float[][] {new float[8_000 * seconds]}), file);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GoogleAccount account(URI base, int timeoutSeconds, URI tokens, Secrets secrets) {
        return new GoogleAccount(
                Settings.of(
                        GoogleSpeech.class,
                        "google-speech",
                        Map.of(
                                "tokenUrl",
                                tokens.toString(),
                                "baseUrl",
                                base.toString(),
                                "apiKey",
                                "secret:1",
                                "timeoutSeconds",
                                (long) timeoutSeconds)),
                secrets,
                Clock.systemUTC());
    }

    abstract Provider<Q, R> provider(GoogleAccount account);

    @Override
    protected VendorStub vendor() {
        return vendor;
    }

    @Override
    protected Provider<Q, R> provider(URI base, int timeoutSeconds) {
        GoogleAccount account = account(base, timeoutSeconds, tokens.address(), SERVICE_ACCOUNT);
        accounts.add(account);
        return provider(account);
    }

    @AfterAll
    void close() {
        accounts.forEach(GoogleAccount::close);
        vendor.close();
        tokens.close();
    }
}
