package dev.evergreen.provider.kling.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KlingImagesTest extends KlingContract<ImageRequest, ImageResult> {
    private static ImageRequest picture(String prompt, int width, MediaFile... references) {
        return new ImageRequest(KlingVendor.shot(prompt), "", width, 1080, 7, false, List.of(references));
    }

    @Override
    Provider<ImageRequest, ImageResult> provider(KlingAccount account) {
        return new KlingImages(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/images/generations";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/images/generations").willReturn(okJson(KlingVendor.task("submitted", ""))));
        vendor().stub(get("/v1/images/generations/t-1")
                .willReturn(okJson(KlingVendor.task(
                        "succeed",
                        ",\"task_result\":{\"images\":[{\"index\":0,\"url\":\"" + vendor().file("a.png") + "\"}]}"))));
        vendor().stub(get(vendor().file("a.png").getPath())
                .willReturn(aResponse().withBody("picture")));
    }

    @Override
    protected ImageRequest request() {
        return picture("A lighthouse", 1920);
    }

    @Override
    protected List<ImageRequest> unsupported() {
        return List.of(
                picture("x".repeat(2_501), 1920),
                picture("x", 0),
                picture("x", 1920, new MediaFile(Path.of("a.png"), "image/png")));
    }

    @Override
    protected void check(ImageRequest request, ImageResult result) throws IOException {
        assertEquals("picture", Files.readString(result.image().path()));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return KlingVendor.errors(KlingImagesTest::error);
    }

    @Test
    void theSizeFollowsFromTheProportionsAndThePriceHasToBeSet() {
        Provider<ImageRequest, ImageResult> provider = provider();
        Offer offer = provider.offers().get(0);
        Support.Adjusted<ImageRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(request(), offer));
        assertEquals(1360, adjusted.request().width());
        assertEquals(768, adjusted.request().height());
        assertInstanceOf(Quote.Unknown.class, provider.quote(adjusted.request(), offer));
    }
}
