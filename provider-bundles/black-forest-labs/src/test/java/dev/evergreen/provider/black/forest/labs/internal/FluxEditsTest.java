package dev.evergreen.provider.black.forest.labs.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageEditRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FluxEditsTest extends FluxContract<ImageEditRequest, ImageResult> {
    @TempDir
    Path files;

    private MediaFile picture() {
        try {
            Path file = files.resolve("a.png");
            ImageIO.write(new BufferedImage(2_000, 750, BufferedImage.TYPE_BYTE_BINARY), "png", file.toFile());
            return new MediaFile(file, "image/png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Provider<ImageEditRequest, ImageResult> provider(FluxAccount account) {
        return new FluxEdits(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/flux-2-pro";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/flux-2-pro")
                .willReturn(okJson("{\"id\":\"t-1\",\"polling_url\":\"" + vendor().address()
                        + "/v1/get_result?id=t-1\",\"cost\":null}")));
        vendor().stub(get("/v1/get_result?id=t-1")
                .willReturn(okJson("{\"id\":\"t-1\",\"status\":\"Ready\",\"result\":{\"sample\":\""
                        + vendor().file("a.png") + "\"}}")));
        vendor().stub(get(vendor().file("a.png").getPath())
                .willReturn(aResponse().withBody("picture")));
    }

    @Override
    protected ImageEditRequest request() {
        return new ImageEditRequest(picture(), Optional.empty(), "Make it night", 7);
    }

    @Override
    protected List<ImageEditRequest> unsupported() {
        MediaFile good = picture();
        return List.of(
                new ImageEditRequest(good, Optional.empty(), " ", 7),
                new ImageEditRequest(good, Optional.of(good), "Make it night", 7),
                new ImageEditRequest(new MediaFile(good.path(), "image/tiff"), Optional.empty(), "Make it night", 7));
    }

    @Override
    protected void check(ImageEditRequest request, ImageResult result) throws IOException {
        assertEquals("picture", Files.readString(result.image().path()));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(
                error("there are no credits", 402, "{\"detail\":\"Insufficient credits\"}", Kind.QUOTA_EXHAUSTED));
    }

    @Test
    void thePriceIsThatOfThePictureSentInAndOfTheOneMade() {
        Provider<ImageEditRequest, ImageResult> provider = provider();
        Quote.Known quote =
                (Quote.Known) provider.quote(request(), provider.offers().get(0));
        // One and a half million each way.
        assertEquals(Money.usd("0.06"), quote.expected());
        assertEquals(Money.usd("0.075"), quote.ceiling());
    }
}
