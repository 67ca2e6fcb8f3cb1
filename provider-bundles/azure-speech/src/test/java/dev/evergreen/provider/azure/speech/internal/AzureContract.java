package dev.evergreen.provider.azure.speech.internal;

import dev.evergreen.contract.test.VendorContract;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.kit.audio.WaveFiles;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** What all capabilities of this plugin have in common. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AzureContract<Q extends Request<R>, R extends Result> extends VendorContract<Q, R> {
    private final VendorStub vendor = stub();
    private final List<AzureAccount> accounts = new ArrayList<>();

    static VendorStub stub() {
        return new VendorStub("/contract/azure-speech.derived.openapi.yaml", "");
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

    static AzureAccount account(URI base, int timeoutSeconds, Secrets secrets) {
        return new AzureAccount(
                Settings.of(
                        AzureSpeech.class,
                        "azure-speech",
                        Map.of("baseUrl", base.toString(), "apiKey", "secret:1", "timeoutSeconds", (long)
                                timeoutSeconds)),
                secrets);
    }

    abstract Provider<Q, R> provider(AzureAccount account);

    @Override
    protected VendorStub vendor() {
        return vendor;
    }

    @Override
    protected Provider<Q, R> provider(URI base, int timeoutSeconds) {
        AzureAccount account = account(base, timeoutSeconds, SECRETS);
        accounts.add(account);
        return provider(account);
    }

    @AfterAll
    void close() {
        accounts.forEach(AzureAccount::close);
        vendor.close();
    }
}
