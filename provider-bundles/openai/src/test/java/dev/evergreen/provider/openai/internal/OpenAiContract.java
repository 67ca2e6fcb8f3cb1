package dev.evergreen.provider.openai.internal;

import dev.evergreen.contract.test.VendorContract;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** What all capabilities of this plugin have in common. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OpenAiContract<Q extends Request<R>, R extends Result> extends VendorContract<Q, R> {
    private final VendorStub vendor = OpenAiVendor.stub();
    private final List<OpenAiAccount> accounts = new ArrayList<>();

    abstract Provider<Q, R> provider(OpenAiAccount account);

    @Override
    protected VendorStub vendor() {
        return vendor;
    }

    @Override
    protected Provider<Q, R> provider(URI base, int timeoutSeconds) {
        OpenAiAccount account = OpenAiVendor.account(base, timeoutSeconds, SECRETS);
        accounts.add(account);
        return provider(account);
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        List<Misbehaviour> errors = new ArrayList<>();
        for (OpenAiVendor.Common one : OpenAiVendor.Common.values()) {
            errors.add(error(one.name(), one.status, one.body(), one.kind));
        }
        errors.add(error(
                "it refuses the content",
                400,
                OpenAiVendor.error("image_generation_user_error", "moderation_blocked", "not that"),
                Kind.CONTENT_REJECTED));
        return errors;
    }

    @AfterAll
    void close() {
        accounts.forEach(OpenAiAccount::close);
        vendor.close();
    }
}
