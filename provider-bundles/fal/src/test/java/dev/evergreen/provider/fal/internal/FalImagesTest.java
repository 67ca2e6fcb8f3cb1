package dev.evergreen.provider.fal.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.evergreen.kit.generation.GeneratedImages;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.tck.TestCall;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FalImagesTest extends FalContract<ImageRequest, ImageResult> {
    private static ImageRequest picture(String prompt, int width, List<MediaFile> references) {
        return new ImageRequest(shot(prompt), "", width, 1080, 7, false, references);
    }

    @Override
    Provider<ImageRequest, ImageResult> provider(FalAccount account) {
        return new GeneratedImages(account.catalogue(), new FalQueue(account));
    }

    @Override
    String output(URI file) {
        return "{\"images\":[{\"url\":\"" + file + "\",\"content_type\":\"image/png\",\"width\":1536,\"height\":864}],"
                + "\"seed\":7,\"has_nsfw_concepts\":[false],\"prompt\":\"A lighthouse\",\"timings\":{}}";
    }

    @Override
    byte[] content() {
        return "picture".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String orderPath() {
        return "/fal-ai/flux/dev";
    }

    @Override
    protected ImageRequest request() {
        return picture("A lighthouse", 1920, List.of());
    }

    @Override
    protected List<ImageRequest> unsupported() {
        MediaFile reference = new MediaFile(files.resolve("a.png"), "image/png");
        return List.of(
                picture("x".repeat(5_001), 1920, List.of()),
                picture("x", 0, List.of()),
                picture("x", 1920, List.of(reference)));
    }

    @Override
    protected void check(ImageRequest request, ImageResult result) throws IOException {
        assertEquals("picture", Files.readString(result.image().path()));
        assertEquals(1536, request.width());
    }

    /** How asking after the task fails. */
    private ProviderException fails(String status, int code, String result) {
        vendor().stub(get(task() + "/status").willReturn(okJson(status)));
        vendor().stub(get(task()).willReturn(okJson(result).withStatus(code).withHeader("x-fal-request-id", "the-id")));
        GeneratedImages images = (GeneratedImages) provider();
        return assertThrows(ProviderException.class, () -> images.poll(new Checkpoint(1, state()), call(files)));
    }

    @Test
    void whatIsCompletedMayHaveFailed() {
        String completed = status("COMPLETED", "");
        ProviderException refused = fails(
                completed,
                422,
                "{\"detail\":[{\"loc\":[\"body\",\"prompt\"],\"msg\":\"not that\",\"type\":\"content_policy_violation\"}]}");
        assertEquals(Kind.CONTENT_REJECTED, refused.kind());
        assertEquals(true, String.valueOf(refused.getMessage()).contains("the-id"), refused.getMessage());
        ProviderException broken = fails(completed, 500, "{\"detail\":\"Internal error\"}");
        assertEquals(Kind.UNAVAILABLE, broken.kind());
        assertEquals(Optional.of(Money.free()), broken.charge());
        assertEquals(
                Kind.CONTENT_REJECTED,
                fails(completed, 200, output(vendor().file("result")).replace("[false]", "[true]"))
                        .kind());
        assertEquals(
                Kind.UNAVAILABLE,
                fails(status("COMPLETED", ",\"error\":\"worker died\""), 200, "{}")
                        .kind());
        assertEquals(
                Kind.BAD_RESPONSE, fails(completed, 200, "{\"timings\":{}}").kind());
    }

    @Test
    void theKeyGoesToTheVendorOnly() {
        Map<String, String> elsewhere = new HashMap<>(state());
        elsewhere.put("status", "https://example.org/fal-ai/flux/requests/1/status");
        GeneratedImages images = (GeneratedImages) provider();
        assertEquals(
                Kind.BAD_RESPONSE,
                assertThrows(ProviderException.class, () -> images.poll(new Checkpoint(1, elsewhere), call(files)))
                        .kind());
    }

    @Test
    void whatIsGivenUpIsStoppedAndWhatHasEndedIsLeft() throws Exception {
        TestCall call = call(files);
        call.cancel();
        GeneratedImages images = (GeneratedImages) provider();
        vendor().stub(put(task() + "/cancel")
                .willReturn(okJson("{\"status\":\"CANCELLATION_REQUESTED\"}").withStatus(202)));
        images.cancel(new Checkpoint(1, state()), call);
        vendor().stub(put(task() + "/cancel")
                .willReturn(okJson("{\"status\":\"ALREADY_COMPLETED\"}").withStatus(400)));
        images.cancel(new Checkpoint(1, state()), call);
        assertEquals(2, vendor().requests().size());
    }

    @Test
    void begunMegapixelsArePaid() {
        Provider<ImageRequest, ImageResult> provider = provider();
        Offer offer = provider.offers().get(0);
        Support.Adjusted<ImageRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(request(), offer));
        assertEquals(864, adjusted.request().height());
        assertEquals(Money.usd("0.05"), ((Quote.Known) provider.quote(adjusted.request(), offer)).ceiling());
    }
}
