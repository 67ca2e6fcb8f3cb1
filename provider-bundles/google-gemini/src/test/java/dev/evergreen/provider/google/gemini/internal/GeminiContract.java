package dev.evergreen.provider.google.gemini.internal;

import dev.evergreen.contract.test.VendorContract;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** What all capabilities of this plugin have in common. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GeminiContract<Q extends Request<R>, R extends Result> extends VendorContract<Q, R> {
    private final VendorStub vendor = stub();
    private final List<GeminiAccount> accounts = new ArrayList<>();

    static VendorStub stub() {
        return new VendorStub("/contract/gemini-v1beta.openapi.json", "");
    }

    static GeminiAccount account(URI base, int timeoutSeconds, Secrets secrets) {
        return new GeminiAccount(
                Settings.of(
                        GoogleGemini.class,
                        "google-gemini",
                        Map.of("baseUrl", base.toString(), "apiKey", "secret:1", "timeoutSeconds", (long)
                                timeoutSeconds)),
                secrets,
                Clock.systemUTC());
    }

    abstract Provider<Q, R> provider(GeminiAccount account);

    static ShotDescription shot(String prompt) {
        return new ShotDescription(
                prompt, Setting.EXTERIOR, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
    }

    static Misbehaviour refused(String when, int code, String status, String details, Kind kind) {
        return error(
                when,
                code,
                "{\"error\":{\"code\":" + code + ",\"message\":\"The vendor's own words\",\"status\":\"" + status
                        + "\",\"details\":[" + details + "]}}",
                kind);
    }

    @Override
    protected VendorStub vendor() {
        return vendor;
    }

    @Override
    protected Provider<Q, R> provider(URI base, int timeoutSeconds) {
        GeminiAccount account = account(base, timeoutSeconds, SECRETS);
        accounts.add(account);
        return provider(account);
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        List<Misbehaviour> errors = new ArrayList<>();
        errors.add(refused("it does not understand", 400, "INVALID_ARGUMENT", "", Kind.INVALID_REQUEST));
        errors.add(refused(
                "the key is wrong", 400, "INVALID_ARGUMENT", "{\"reason\":\"API_KEY_INVALID\"}", Kind.AUTHENTICATION));
        errors.add(refused("the project may not", 403, "PERMISSION_DENIED", "", Kind.AUTHENTICATION));
        errors.add(refused("the model is gone", 404, "NOT_FOUND", "", Kind.UNSUPPORTED));
        errors.add(refused(
                "the minute is used up",
                429,
                "RESOURCE_EXHAUSTED",
                "{\"violations\":[{\"quotaId\":\"GenerateRequestsPerMinute\"}]},{\"retryDelay\":\"34.5s\"}",
                Kind.RATE_LIMITED));
        errors.add(refused(
                "the day is used up",
                429,
                "RESOURCE_EXHAUSTED",
                "{\"violations\":[{\"quotaId\":\"GenerateRequestsPerDayPerProject\"}]}",
                Kind.QUOTA_EXHAUSTED));
        errors.add(refused("it breaks down", 500, "INTERNAL", "", Kind.UNAVAILABLE));
        errors.add(refused("it is overloaded", 503, "UNAVAILABLE", "", Kind.OVERLOADED));
        errors.add(refused("it was too slow", 504, "DEADLINE_EXCEEDED", "", Kind.UNAVAILABLE));
        return errors;
    }

    @AfterAll
    void close() {
        accounts.forEach(GeminiAccount::close);
        vendor.close();
    }
}
