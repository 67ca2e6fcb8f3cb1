package dev.evergreen.provider.pixabay.internal;

import dev.evergreen.contract.test.VendorContract;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.Secrets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** What all capabilities of this plugin have in common. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PixabayContract<Q extends Request<R>, R extends Result> extends VendorContract<Q, R> {
    private final VendorStub vendor = stub();
    private final List<PixabayAccount> accounts = new ArrayList<>();

    static VendorStub stub() {
        return new VendorStub("/contract/pixabay.derived.openapi.yaml", "");
    }

    static PixabayAccount account(URI base, int timeoutSeconds, Secrets secrets) {
        return new PixabayAccount(
                Settings.of(
                        Pixabay.class,
                        "pixabay",
                        Map.of("baseUrl", base.toString(), "apiKey", "secret:1", "timeoutSeconds", (long)
                                timeoutSeconds)),
                secrets,
                java.time.Clock.systemUTC());
    }

    abstract Provider<Q, R> provider(PixabayAccount account);

    @Override
    protected VendorStub vendor() {
        return vendor;
    }

    @Override
    protected Provider<Q, R> provider(URI base, int timeoutSeconds) {
        PixabayAccount account = account(base, timeoutSeconds, SECRETS);
        accounts.add(account);
        return provider(account);
    }

    @AfterAll
    void close() {
        accounts.forEach(PixabayAccount::close);
        vendor.close();
    }
}
