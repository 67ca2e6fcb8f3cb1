package dev.evergreen.provider.luma.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LumaImagesTest extends LumaContract<ImageRequest, ImageResult> {
    @TempDir
    Path files;

    private static ImageRequest picture(String prompt, int width, int height, List<MediaFile> references) {
        return new ImageRequest(LumaVendor.shot(prompt), "", width, height, 7, false, references);
    }

    private MediaFile reference() {
        try {
            return new MediaFile(Files.write(files.resolve("a.png"), new byte[] {1, 2, 3}), "image/png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Provider<ImageRequest, ImageResult> provider(LumaAccount account) {
        return new LumaImages(account);
    }

    @Override
    protected String orderPath() {
        return "/generations";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/generations").willReturn(okJson(LumaVendor.task("image", "queued", ""))));
        vendor().stub(get("/v1/generations/g-1")
                .willReturn(okJson(LumaVendor.task(
                        "image",
                        "completed",
                        ",\"output\":[{\"type\":\"image\",\"url\":\"" + vendor().file("a.png") + "\"}]"))));
        vendor().stub(get(vendor().file("a.png").getPath())
                .willReturn(aResponse().withBody("picture")));
    }

    @Override
    protected ImageRequest request() {
        return picture("A lighthouse", 1920, 1080, List.of(reference()));
    }

    @Override
    protected List<ImageRequest> unsupported() {
        MediaFile text = new MediaFile(files.resolve("a.txt"), "text/plain");
        return List.of(
                picture(" ", 1920, 1080, List.of()),
                picture("x", 0, 1080, List.of()),
                picture("x", 1920, 1080, List.of(text)),
                picture("x", 1920, 1080, Collections.nCopies(10, reference())));
    }

    @Override
    protected void check(ImageRequest request, ImageResult result) throws IOException {
        assertEquals("picture", Files.readString(result.image().path()));
        assertEquals("image/png", result.image().mediaType());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return LumaVendor.errors(LumaImagesTest::error);
    }

    @Test
    void sizeAndPriceAreThoseOfTheModel() {
        Provider<ImageRequest, ImageResult> provider = provider();
        Offer offer = provider.offers().get(0);
        Support.Adjusted<ImageRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(request(), offer));
        assertEquals(2048, adjusted.request().width());
        assertEquals(1152, adjusted.request().height());
        assertEquals(Money.usd("0.0434"), ((Quote.Known) provider.quote(adjusted.request(), offer)).ceiling());
    }
}
