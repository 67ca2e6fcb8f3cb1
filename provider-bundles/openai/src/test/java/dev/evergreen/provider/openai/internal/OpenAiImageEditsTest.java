package dev.evergreen.provider.openai.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.evergreen.spi.provider.ImageEditRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

class OpenAiImageEditsTest extends OpenAiContract<ImageEditRequest, ImageResult> {
    private final MediaFile picture = new MediaFile(OpenAiVendor.file(".png", OpenAiImagesTest.PICTURE), "image/png");

    @Override
    Provider<ImageEditRequest, ImageResult> provider(OpenAiAccount account) {
        return new OpenAiImageEdits(account);
    }

    @Override
    protected String orderPath() {
        return "/images/edits";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/images/edits").willReturn(okJson(OpenAiImagesTest.ANSWER)));
    }

    @Override
    protected ImageEditRequest request() {
        return new ImageEditRequest(picture, Optional.of(picture), "Make it night", 7);
    }

    @Override
    protected List<ImageEditRequest> unsupported() {
        return List.of(
                new ImageEditRequest(picture, Optional.empty(), " ", 7),
                new ImageEditRequest(new MediaFile(picture.path(), "image/tiff"), Optional.empty(), "Make it night", 7),
                new ImageEditRequest(
                        picture, Optional.of(new MediaFile(picture.path(), "image/jpeg")), "Make it night", 7));
    }

    @Override
    protected void check(ImageEditRequest request, ImageResult result) throws IOException {
        assertArrayEquals(
                OpenAiImagesTest.PICTURE, Files.readAllBytes(result.image().path()));
    }
}
