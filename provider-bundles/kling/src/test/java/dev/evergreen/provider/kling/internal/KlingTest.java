package dev.evergreen.provider.kling.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.evergreen.contract.test.ProviderPage;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.kit.http.Authorization;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Purchase;
import dev.evergreen.spi.provider.SentCall;
import dev.evergreen.tck.DescriptorContract;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The account's tokens, its probe, what became of orders, the descriptor and the page made of it. */
class KlingTest extends DescriptorContract {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void theTokenIsAsTheVendorAsksForIt() throws Exception {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_000_000), ZoneOffset.UTC);
        Authorization.Credentials credentials =
                new KlingTokens(reference -> "key of " + reference, "a", "s", clock).credentials();
        String[] parts = String.valueOf(credentials.headers().get("Authorization"))
                .replace("Bearer ", "")
                .split("\\.", -1);
        assertEquals("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", decoded(parts[0]));
        assertEquals("{\"exp\":1001800,\"iss\":\"key of a\",\"nbf\":999995}", decoded(parts[1]));
        Mac signature = Mac.getInstance("HmacSHA256");
        signature.init(new SecretKeySpec("key of s".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertArrayEquals(
                signature.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII)),
                Base64.getUrlDecoder().decode(parts[2]));
        assertEquals(3, credentials.secrets().size());
        KlingTokens empty = new KlingTokens(reference -> " ", "a", "s", clock);
        assertEquals(
                Kind.AUTHENTICATION,
                assertThrows(ProviderException.class, empty::credentials).kind());
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    @Test
    void theProbeAsksWhatCostsNothing() {
        try (VendorStub vendor = KlingContract.stub();
                KlingAccount account = KlingContract.account(vendor.address(), 60, reference -> "key");
                KlingAccount away = KlingContract.account(URI.create("http://127.0.0.1:1"), 60, reference -> "key")) {
            vendor.stub(get(urlPathEqualTo("/account/costs")).willReturn(okJson("{\"code\":0,\"data\":{}}")));
            assertEquals(Health.State.UP, account.probe(PATIENCE).state());
            vendor.stub(get(urlPathEqualTo("/account/costs")).willReturn(okJson("{\"code\":1002}")));
            assertEquals(Health.State.DOWN, account.probe(PATIENCE).state());
            assertEquals(Health.State.DOWN, away.probe(PATIENCE).state());
            vendor.assertContractKept();
        }
    }

    @Test
    void whatBecameOfAnOrderIsAskedByItsOwnId() throws Exception {
        try (VendorStub vendor = KlingContract.stub();
                KlingAccount account = KlingContract.account(vendor.address(), 60, reference -> "key")) {
            KlingLookups lookups = new KlingLookups(account);
            SentCall film = new SentCall("c-1", "VideoGenerator", "kling-v3", Instant.EPOCH, Optional.empty());
            vendor.stub(get("/v1/videos/text2video/c-1").willReturn(jsonResponse(KlingVendor.error(1203), 404)));
            vendor.stub(get("/v1/videos/image2video/c-1").willReturn(jsonResponse(KlingVendor.error(1203), 404)));
            assertInstanceOf(Purchase.NotBought.class, lookups.lookUp(film, PATIENCE));
            vendor.stub(get("/v1/videos/image2video/c-1").willReturn(okJson(KlingVendor.task("processing", ""))));
            assertInstanceOf(Purchase.Unclear.class, lookups.lookUp(film, PATIENCE));
            vendor.stub(get("/v1/videos/image2video/c-1")
                    .willReturn(okJson(KlingVendor.task("succeed", ",\"final_unit_deduction\":\"3\""))));
            assertEquals(new Purchase.Bought(Money.usd("0.42")), lookups.lookUp(film, PATIENCE));
            vendor.stub(get("/v1/videos/image2video/c-1").willReturn(okJson(KlingVendor.task("succeed", ""))));
            assertInstanceOf(Purchase.Unclear.class, lookups.lookUp(film, PATIENCE));
            vendor.stub(get("/v1/images/generations/t-9").willReturn(okJson(KlingVendor.task("failed", ""))));
            Checkpoint task = new Checkpoint(1, Map.of("task", "t-9", "path", "v1/images/generations"));
            SentCall picture = new SentCall("c-2", "ImageGenerator", "kling-v2-1", Instant.EPOCH, Optional.of(task));
            assertInstanceOf(Purchase.NotBought.class, lookups.lookUp(picture, PATIENCE));
            vendor.stub(get("/v1/images/generations/t-9").willReturn(jsonResponse(KlingVendor.error(5000), 500)));
            assertThrows(ProviderException.class, () -> lookups.lookUp(picture, PATIENCE));
            vendor.assertContractKept();
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "A film from a first picture has that picture's proportions. Orders carry the call's own id, so that an order whose answer"
                        + " was lost is found again and nobody has to settle it. The vendor takes no seed and cannot stop a task; what"
                        + " a task cost is the units that it names, by the price of a unit. Models without a price are asked only when a person"
                        + " agrees, until you set one.");
    }
}
