package dev.evergreen.provider.pixabay.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.StockRequest;
import dev.evergreen.spi.provider.StockResult;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixabayLibraryTest extends PixabayContract<StockRequest, StockResult> {
    @TempDir
    Path files;

    private static StockRequest wanted(String words, StockRequest.Kind kind, int width, int height) {
        return new StockRequest(words, kind, width, height);
    }

    private static String hits(String hits) {
        return "{\"total\":1,\"totalHits\":1,\"hits\":[" + hits + "]}";
    }

    private String picture(int id, int width, int height) {
        return "{\"id\":" + id + ",\"pageURL\":\"https://pixabay.com/photos/" + id
                + "/\",\"type\":\"photo\",\"tags\":\"a\","
                + "\"largeImageURL\":\"" + vendor().file(id + ".jpg") + "\",\"imageWidth\":" + width
                + ",\"imageHeight\":"
                + height + ",\"user_id\":7,\"user\":\"Ada\"}";
    }

    private String rendition(String name, int width, int height) {
        String address = name.isEmpty() ? "" : vendor().file(name).toString();
        return "{\"url\":\"" + address + "\",\"width\":" + width + ",\"height\":" + height + ",\"size\":1}";
    }

    @Override
    Provider<StockRequest, StockResult> provider(PixabayAccount account) {
        return new PixabayLibrary(account);
    }

    @Override
    protected String orderPath() {
        return "/api/";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(get(urlPathEqualTo("/api/"))
                .willReturn(okJson(hits(picture(1, 1000, 1000) + "," + picture(2, 4000, 2250)))));
        vendor().stub(get(urlPathEqualTo("/api/videos/"))
                .willReturn(okJson(hits("{\"id\":125,\"pageURL\":\"https://pixabay.com/videos/id-125/\",\"tags\":\"a\","
                        + "\"duration\":12,\"videos\":{\"large\":" + rendition("", 0, 0) + ",\"medium\":"
                        + rendition("medium.mp4", 1920, 1080) + ",\"small\":" + rendition("small.mp4", 1280, 720)
                        + ",\"tiny\":" + rendition("tiny.mp4", 960, 540) + "},\"user_id\":8,\"user\":\"Bo\"}"))));
        vendor().stub(get(vendor().file("2.jpg").getPath())
                .willReturn(aResponse().withBody("picture")));
        vendor().stub(get(vendor().file("small.mp4").getPath())
                .willReturn(aResponse().withBody("clip")));
    }

    @Override
    protected StockRequest request() {
        return wanted("lighthouse at dusk", StockRequest.Kind.IMAGE, 1280, 720);
    }

    @Override
    protected List<StockRequest> unsupported() {
        return List.of(
                wanted(" ", StockRequest.Kind.IMAGE, 0, 0),
                wanted("x", StockRequest.Kind.IMAGE, 1920, 1080),
                wanted("x", StockRequest.Kind.VIDEO, 0, -1));
    }

    @Override
    protected void check(StockRequest request, StockResult result) throws IOException {
        assertEquals("picture", Files.readString(result.media().path()));
        assertEquals("https://pixabay.com/photos/2/", result.page().toString());
        assertEquals(
                "Image by Ada (https://pixabay.com/users/7/) on Pixabay (https://pixabay.com/photos/2/), Pixabay Content License",
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
                new Misbehaviour(
                        "the key is wrong",
                        aResponse()
                                .withStatus(400)
                                .withHeader("Content-Type", "text/plain")
                                .withBody("[ERROR 400] Invalid or missing API key"),
                        Kind.AUTHENTICATION),
                new Misbehaviour(
                        "it does not understand",
                        aResponse()
                                .withStatus(400)
                                .withHeader("Content-Type", "text/plain")
                                .withBody("[ERROR 400] \"page\" is out of valid range."),
                        Kind.INVALID_REQUEST),
                error("nothing fits", 200, hits(""), Kind.UNSUPPORTED),
                new Misbehaviour("it gives no list", aResponse().withBody("{}"), Kind.BAD_RESPONSE));
    }

    private StockResult served(Provider<StockRequest, StockResult> provider, StockRequest request) throws Exception {
        Offer offer = provider.offers().get(0);
        return ((Outcome.Done<StockResult>) provider.execute(request, offer, call(files))).result();
    }

    @Test
    void theSmallestFileOfAClipThatIsLargeEnoughIsTaken() throws Exception {
        StockResult result = served(provider(), wanted("sea", StockRequest.Kind.VIDEO, 1280, 720));
        assertEquals("clip", Files.readString(result.media().path()));
        assertEquals("video/mp4", result.media().mediaType());
    }

    @Test
    void anAnswerIsKeptForADay() throws Exception {
        Provider<StockRequest, StockResult> provider = provider();
        served(provider, request());
        served(provider, request());
        assertEquals(
                1,
                vendor().requests().stream()
                        .filter(one -> one.getUrl().startsWith("/api/"))
                        .count());
    }

    @Test
    void aKeptAnswerWhoseFileIsGoneIsForgotten() throws Exception {
        Provider<StockRequest, StockResult> provider = provider();
        vendor().stub(get(vendor().file("2.jpg").getPath())
                .willReturn(aResponse().withStatus(404)));
        assertThrows(ProviderException.class, () -> served(provider, request()));
        vendor().stub(get(vendor().file("2.jpg").getPath())
                .willReturn(aResponse().withBody("picture")));
        check(request(), served(provider, request()));
        assertEquals(
                2,
                vendor().requests().stream()
                        .filter(one -> one.getUrl().startsWith("/api/"))
                        .count());
    }

    @Test
    void longWordsAreCutAndWaitsAreKept() {
        Provider<StockRequest, StockResult> provider = provider();
        Offer offer = provider.offers().get(0);
        Support.Adjusted<StockRequest> adjusted = assertInstanceOf(
                Support.Adjusted.class,
                provider.support(wanted("sea ".repeat(30), StockRequest.Kind.IMAGE, 0, 0), offer));
        assertEquals(99, adjusted.request().query().length());
        vendor().stub(get(urlPathEqualTo("/api/"))
                .willReturn(aResponse()
                        .withStatus(429)
                        .withHeader("X-RateLimit-Reset", "41")
                        .withBody("API rate limit exceeded")));
        ProviderException busy = assertThrows(ProviderException.class, () -> served(provider, request()));
        assertEquals(Optional.of(Duration.ofSeconds(41)), busy.retryAfter());
    }
}
