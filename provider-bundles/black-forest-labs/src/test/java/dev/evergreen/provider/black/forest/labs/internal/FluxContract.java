package dev.evergreen.provider.black.forest.labs.internal;

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
abstract class FluxContract<Q extends Request<R>, R extends Result> extends VendorContract<Q, R> {
    private final VendorStub vendor = stub();
    private final List<FluxAccount> accounts = new ArrayList<>();

    static VendorStub stub() {
        return new VendorStub("/contract/bfl.openapi.json", "");
    }

    static FluxAccount account(URI base, int timeoutSeconds, Secrets secrets) {
        return new FluxAccount(
                Settings.of(
                        BlackForestLabs.class,
                        "black-forest-labs",
                        Map.of("baseUrl", base.toString(), "apiKey", "secret:1", "timeoutSeconds", (long)
                                timeoutSeconds)),
                secrets,
                java.time.Clock.systemUTC());
    }

    abstract Provider<Q, R> provider(FluxAccount account);

    @Override
    protected VendorStub vendor() {
        return vendor;
    }

    @Override
    protected Provider<Q, R> provider(URI base, int timeoutSeconds) {
        FluxAccount account = account(base, timeoutSeconds, SECRETS);
        accounts.add(account);
        return provider(account);
    }

    @AfterAll
    void close() {
        accounts.forEach(FluxAccount::close);
        vendor.close();
    }
}
