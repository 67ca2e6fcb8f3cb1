package dev.evergreen.contract.test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.tck.ProviderContract;
import dev.evergreen.tck.TestCall;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The provider's contract for a plugin whose vendor is a {@link VendorStub}: served requests and answers are as the vendor's document
 * says, every misbehaviour has its kind, and the key is seen nowhere. Extend it once for each capability.
 *
 * @param <Q> the capability's request
 * @param <R> the capability's result
 */
public abstract class VendorContract<Q extends Request<R>, R extends Result> extends ProviderContract<Q, R> {
    /** The key of every account of these tests: where it appears, something is wrong. */
    protected static final String KEY = "canary-8f1d2c7e9b";

    /** Gives {@link #KEY} for every reference. */
    protected static final Secrets SECRETS = reference -> KEY;

    private static final int USUAL_LIMIT = 60;
    private static final int SHORT_LIMIT = 1;

    /** One server for the whole class. */
    protected abstract VendorStub vendor();

    /** The path of the request that orders, as the vendor's document has it, with its places filled. */
    protected abstract String orderPath();

    /** Stubs what a well-behaved vendor answers, from the vendor's own examples. */
    protected abstract void stubVendor();

    /**
     * The provider of an account.
     *
     * @param base the account's base address
     * @param timeoutSeconds the account's time limit for one answer
     */
    protected abstract Provider<Q, R> provider(URI base, int timeoutSeconds);

    /** The vendor's own errors, with their kinds; at least each that its documents name. */
    protected abstract List<Misbehaviour> vendorErrors();

    /**
     * How a vendor answers an order instead of serving it.
     *
     * @param when for the test's name
     */
    public record Misbehaviour(String when, ResponseDefinitionBuilder answer, Kind kind) {}

    /** An error in JSON. */
    protected static Misbehaviour error(String when, int status, String json, Kind kind) {
        return new Misbehaviour(
                when,
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(json),
                kind);
    }

    @BeforeEach
    void stub() {
        vendor().reset();
        stubVendor();
    }

    @AfterEach
    void contractIsKept() {
        vendor().assertContractKept();
    }

    @Override
    protected Provider<Q, R> provider() {
        return provider(vendor().address(), USUAL_LIMIT);
    }

    @Override
    protected Set<String> secrets() {
        return Set.of(KEY);
    }

    @Override
    protected TestCall call(Path folder) {
        return new TestCall(folder, vendor().downloads(folder));
    }

    @Override
    protected List<Failure<Q, R>> failures() {
        List<Failure<Q, R>> failures = new ArrayList<>();
        List<Misbehaviour> all = new ArrayList<>(anyVendors());
        all.addAll(vendorErrors());
        if (!"full".equals(System.getProperty("evergreen.counts"))) {
            // It takes a second each time; the client's own tests have it in every run.
            all.removeIf(misbehaviour -> misbehaviour.kind() == Kind.TIMEOUT);
        }
        for (Misbehaviour misbehaviour : all) {
            URI base = vendor().newCase();
            vendor().stub(any(urlPathEqualTo(base.getPath() + orderPath())).willReturn(misbehaviour.answer()));
            int limit = misbehaviour.kind() == Kind.TIMEOUT ? SHORT_LIMIT : USUAL_LIMIT;
            failures.add(failure(misbehaviour.when(), provider(base, limit), misbehaviour.kind()));
        }
        failures.add(
                failure("nobody listens", provider(URI.create("http://127.0.0.1:1"), USUAL_LIMIT), Kind.UNAVAILABLE));
        return failures;
    }

    /** Asked as the engine asks: for what the provider said that it would serve. */
    private Failure<Q, R> failure(String when, Provider<Q, R> provider, Kind kind) {
        Q asked = provider.offers().stream()
                .map(offer -> provider.support(request(), offer))
                .filter(support -> !(support instanceof Support.Unsupported))
                .findFirst()
                .map(support -> support instanceof Support.Adjusted<Q> adjusted ? adjusted.request() : request())
                .orElseThrow();
        return new Failure<>(when, provider, asked, kind);
    }

    private static List<Misbehaviour> anyVendors() {
        return List.of(
                new Misbehaviour("it fails", aResponse().withStatus(500).withBody("sorry, " + KEY), Kind.UNAVAILABLE),
                new Misbehaviour(
                        "its gateway fails", aResponse().withStatus(502).withBody("<html>"), Kind.UNAVAILABLE),
                new Misbehaviour("it is busy", aResponse().withStatus(503), Kind.OVERLOADED),
                new Misbehaviour(
                        "it is asked too often",
                        aResponse().withStatus(429).withHeader("Retry-After", "3"),
                        Kind.RATE_LIMITED),
                new Misbehaviour("the key is refused", aResponse().withStatus(401), Kind.AUTHENTICATION),
                new Misbehaviour(
                        "it redirects into a private network",
                        aResponse().withStatus(302).withHeader("Location", "http://169.254.169.254/latest/meta-data/"),
                        Kind.BAD_RESPONSE),
                new Misbehaviour(
                        "it answers with a page",
                        aResponse()
                                .withStatus(200)
                                .withHeader("Content-Type", "text/html")
                                .withBody("<html>hello</html>"),
                        Kind.BAD_RESPONSE),
                new Misbehaviour("it answers with nothing", aResponse().withStatus(200), Kind.BAD_RESPONSE),
                new Misbehaviour(
                        "it breaks off",
                        aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                        Kind.BAD_RESPONSE),
                new Misbehaviour("it hangs up", aResponse().withFault(Fault.EMPTY_RESPONSE), Kind.BAD_RESPONSE),
                new Misbehaviour("it answers late", aResponse().withStatus(200).withFixedDelay(3_000), Kind.TIMEOUT));
    }
}
