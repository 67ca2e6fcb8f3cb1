package dev.evergreen.provider.comfyui.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.generation.GeneratedImages;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.tck.TestCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComfyUiImagesTest extends ComfyUiContract<ImageRequest, ImageResult> {
    private static final String SUCCESS = "{\"status_str\":\"success\",\"completed\":true,\"messages\":[]}";

    private static ImageRequest picture(String prompt, int width, List<MediaFile> references) {
        return new ImageRequest(shot(prompt), "", width, 1080, 7, false, references);
    }

    @Override
    Provider<ImageRequest, ImageResult> provider(ComfyUiAccount account) {
        return new GeneratedImages(account.catalogue(), new Workflows(account));
    }

    @Override
    String outputs() {
        return "{\"8\":{\"images\":[{\"filename\":\"preview.png\",\"subfolder\":\"\",\"type\":\"temp\"}]},"
                + "\"9\":{\"images\":[{\"filename\":\"a b.png\",\"subfolder\":\"x\",\"type\":\"output\"}]}}";
    }

    @Override
    byte[] content() {
        return "picture".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected ImageRequest request() {
        return picture("A \"lighthouse\" {seed}", 1920, List.of());
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
        assertEquals(1392, request.width());
        assertTrue(vendor().requests().stream()
                .anyMatch(one -> one.getUrl().equals("/view?filename=a%20b.png&subfolder=x&type=output")));
    }

    @Test
    void aDescriptionIsNeverReadAsATemplate() throws Exception {
        Provider<ImageRequest, ImageResult> provider = provider();
        provider.execute(request(), provider.offers().get(0), call(files));
        String order = vendor().requests().get(0).getBodyAsString();
        assertTrue(order.contains("\"text\":\"A \\\"lighthouse\\\" {seed}\""), order);
        assertTrue(order.contains("\"seed\":7,"), order);
        assertEquals(
                Money.free(),
                ((Quote.Known) provider.quote(request(), provider.offers().get(0))).ceiling());
    }

    private Kind fails(String history) {
        vendor().stub(get(HISTORY).willReturn(okJson(history)));
        GeneratedImages images = (GeneratedImages) provider();
        return assertThrows(
                        ProviderException.class,
                        () -> images.poll(earlierCheckpoints().get(0), call(files)))
                .kind();
    }

    @Test
    void whatWentWrongIsInTheHistory() {
        assertEquals(
                Kind.UNAVAILABLE,
                fails(history(
                        "{}",
                        "{\"status_str\":\"error\",\"completed\":false,\"messages\":[[\"execution_error\","
                                + "{\"node_type\":\"KSampler\",\"exception_message\":\"out of memory\"}]]}")));
        assertEquals(
                Kind.CANCELLED,
                fails(
                        history(
                                "{}",
                                "{\"status_str\":\"error\",\"completed\":false,\"messages\":[[\"execution_interrupted\",{}]]}")));
        assertEquals(Kind.BAD_RESPONSE, fails(history("{}", SUCCESS)));
        vendor().stub(get(urlPathEqualTo("/view")).willReturn(aResponse().withHeader("Content-Type", "image/png")));
        assertEquals(Kind.BAD_RESPONSE, fails(history(outputs(), SUCCESS)), "an empty file");
        vendor().stub(get("/queue").willReturn(okJson(queued(""))));
        assertEquals(Kind.UNAVAILABLE, fails("{}"), "the server was restarted");
    }

    @Test
    void onlyWhatRunsIsInterrupted() throws Exception {
        TestCall call = call(files);
        call.cancel();
        vendor().stub(post("/queue").willReturn(ok()));
        vendor().stub(post("/interrupt").willReturn(ok()));
        GeneratedImages images = (GeneratedImages) provider();
        vendor().stub(get("/queue").willReturn(okJson(queued(""))));
        images.cancel(earlierCheckpoints().get(0), call);
        assertEquals(2, vendor().requests().size());
        vendor().stub(get("/queue").willReturn(okJson(queued("queue_running"))));
        images.cancel(earlierCheckpoints().get(0), call);
        assertEquals(5, vendor().requests().size());
    }
}
