package dev.evergreen.provider.runway.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class RunwayImagesTest extends RunwayContract<ImageRequest, ImageResult> {
    private static final String ID = "17f20503-6c24-4c16-946b-35dbbce2af2f";

    @TempDir
    Path files;

    private static ImageRequest picture(String prompt, int width, List<MediaFile> references) {
        return new ImageRequest(RunwayVideosTest.shot(prompt), "", width, 1080, 7, false, references);
    }

    @Override
    Provider<ImageRequest, ImageResult> provider(RunwayAccount account) {
        return new RunwayImages(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/text_to_image";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/text_to_image")
                .willReturn(okJson("{\"id\":\"" + ID + "\",\"estimatedCost\":{\"credits\":8}}")));
        vendor().stub(get("/v1/tasks/" + ID)
                .willReturn(okJson(RunwayVideosTest.task(
                        "SUCCEEDED", ",\"output\":[\"" + vendor().file("a.png") + "\"],\"cost\":{\"credits\":8}"))));
        vendor().stub(get(vendor().file("a.png").getPath())
                .willReturn(aResponse().withBody("picture")));
    }

    @Override
    protected ImageRequest request() {
        try {
            Path reference = Files.write(files.resolve("a.png"), new byte[] {1, 2, 3});
            return picture("A lighthouse", 1920, List.of(new MediaFile(reference, "image/png")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    protected List<ImageRequest> unsupported() {
        return List.of(picture("x".repeat(1_001), 1920, List.of()), picture("x", 0, List.of()));
    }

    @Override
    protected void check(ImageRequest request, ImageResult result) throws IOException {
        assertEquals("picture", Files.readString(result.image().path()));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(error(
                "it does not understand", 400, "{\"error\":\"Validation of body failed\"}", Kind.INVALID_REQUEST));
    }
}
