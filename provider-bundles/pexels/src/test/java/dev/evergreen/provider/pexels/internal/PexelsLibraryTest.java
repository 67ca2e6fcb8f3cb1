package dev.evergreen.provider.pexels.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.StockRequest;
import dev.evergreen.spi.provider.StockResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PexelsLibraryTest extends PexelsContract<StockRequest, StockResult> {
    @TempDir
    Path files;

    private static StockRequest wanted(String words, StockRequest.Kind kind, int width, int height) {
        return new StockRequest(words, kind, width, height);
    }

    private String photo(int id, int width, int height) {
        return "{\"id\":" + id + ",\"width\":" + width + ",\"height\":" + height
                + ",\"url\":\"https://www.pexels.com/photo/"
                + id + "/\",\"photographer\":\"Ada\",\"photographer_url\":\"https://www.pexels.com/@ada\",\"src\":"
                + "{\"original\":\"" + vendor().file(id + ".jpeg") + "\"}}";
    }

    private String file(String name, int width, int height) {
        return "{\"id\":1,\"quality\":\"hd\",\"file_type\":\"video/mp4\",\"width\":" + width + ",\"height\":" + height
                + ",\"link\":\"" + vendor().file(name) + "\"}";
    }

    @Override
    Provider<StockRequest, StockResult> provider(PexelsAccount account) {
        return new PexelsLibrary(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/search";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(get(urlPathEqualTo("/v1/search"))
                .willReturn(okJson("{\"page\":1,\"per_page\":40,\"photos\":[" + photo(1, 1000, 800) + ","
                        + photo(2, 4000, 3000) + "]}")));
        vendor().stub(get(urlPathEqualTo("/videos/search"))
                .willReturn(okJson("{\"page\":1,\"per_page\":40,\"videos\":[{\"id\":9,\"width\":3840,\"height\":2160,"
                        + "\"url\":\"https://www.pexels.com/video/9/\",\"duration\":10,\"user\":{\"id\":1,\"name\":\"Bo\","
                        + "\"url\":\"https://www.pexels.com/@bo\"},\"video_files\":["
                        + file("uhd.mp4", 3840, 2160) + "," + file("hd.mp4", 1920, 1080) + ","
                        + file("sd.mp4", 960, 540) + "]}]}")));
        vendor().stub(get(vendor().file("2.jpeg").getPath())
                .willReturn(aResponse().withBody("picture")));
        vendor().stub(get(vendor().file("hd.mp4").getPath())
                .willReturn(aResponse().withBody("clip")));
    }

    @Override
    protected StockRequest request() {
        return wanted("lighthouse at dusk", StockRequest.Kind.IMAGE, 1920, 1080);
    }

    @Override
    protected List<StockRequest> unsupported() {
        return List.of(
                wanted(" ", StockRequest.Kind.IMAGE, 0, 0),
                wanted("x".repeat(201), StockRequest.Kind.VIDEO, 0, 0),
                wanted("x", StockRequest.Kind.VIDEO, -1, 0));
    }

    @Override
    protected void check(StockRequest request, StockResult result) throws IOException {
        assertEquals("picture", Files.readString(result.media().path()));
        assertEquals("https://www.pexels.com/photo/2/", result.page().toString());
        assertEquals(
                "Photo by Ada (https://www.pexels.com/@ada) on Pexels (https://www.pexels.com/photo/2/), Pexels License",
                result.attribution());
    }

    /** A search that was broken off has bought nothing and is asked again. */
    @Override
    protected List<Failure<StockRequest, StockResult>> failures() {
        return super.failures().stream()
                .map(failure ->
                        failure.when().equals("it breaks off") || failure.when().equals("it hangs up")
                                ? new Failure<>(failure.when(), failure.provider(), failure.request(), Kind.UNAVAILABLE)
                                : failure)
                .toList();
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(
                error("the key is unknown", 401, "{\"status\":401,\"code\":\"Unauthorized\"}", Kind.AUTHENTICATION),
                error("the month is used up", 429, "{\"error\":\"Limit Exceeded\"}", Kind.RATE_LIMITED),
                error("nothing fits", 200, "{\"page\":1,\"per_page\":40,\"photos\":[]}", Kind.UNSUPPORTED),
                new Misbehaviour("it gives no list", aResponse().withBody("{}"), Kind.BAD_RESPONSE));
    }

    @Test
    void theSmallestFileOfAClipThatIsLargeEnoughIsTaken() throws Exception {
        Provider<StockRequest, StockResult> provider = provider();
        Offer offer = provider.offers().get(0);
        StockRequest clip = wanted("sea", StockRequest.Kind.VIDEO, 1280, 720);
        StockResult result = ((Outcome.Done<StockResult>) provider.execute(clip, offer, call(files))).result();
        assertEquals("clip", Files.readString(result.media().path()));
        assertEquals("video/mp4", result.media().mediaType());
        assertEquals(
                "Video by Bo (https://www.pexels.com/@bo) on Pexels (https://www.pexels.com/video/9/), Pexels License",
                result.attribution());
    }

    @Test
    void theKeyStandsAloneAndTheShapeIsAskedFor() throws Exception {
        vendor().stub(get(urlPathEqualTo("/v1/search"))
                .withHeader("Authorization", equalTo(KEY))
                .withQueryParam("orientation", equalTo("portrait"))
                .withQueryParam("size", equalTo("medium"))
                .willReturn(okJson("{\"page\":1,\"per_page\":40,\"photos\":[]}")));
        Provider<StockRequest, StockResult> provider = provider();
        ProviderException nothing = assertThrows(
                ProviderException.class,
                () -> provider.execute(
                        wanted("sea", StockRequest.Kind.IMAGE, 3000, 4000),
                        provider.offers().get(0),
                        call(files)));
        assertEquals(Kind.UNSUPPORTED, nothing.kind());
    }
}
