package dev.evergreen.provider.stability.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.UpscaleRequest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StabilityUpscalesTest extends StabilityContract<UpscaleRequest, ImageResult> {
    @TempDir
    Path files;

    private MediaFile picture(int width, int height) {
        try {
            Path file = files.resolve(width + "x" + height + ".png");
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", file.toFile());
            return new MediaFile(file, "image/png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Provider<UpscaleRequest, ImageResult> provider(StabilityAccount account) {
        return new StabilityUpscales(account);
    }

    @Override
    protected String orderPath() {
        return "/v2beta/stable-image/upscale/fast";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post(orderPath()).willReturn(StabilityVendor.picture("SUCCESS")));
    }

    @Override
    protected UpscaleRequest request() {
        return new UpscaleRequest(picture(320, 180), 4);
    }

    @Override
    protected List<UpscaleRequest> unsupported() {
        MediaFile good = picture(320, 180);
        return List.of(
                new UpscaleRequest(good, 8),
                new UpscaleRequest(picture(31, 180), 4),
                new UpscaleRequest(picture(1_537, 180), 4),
                new UpscaleRequest(picture(1_100, 1_000), 4),
                new UpscaleRequest(new MediaFile(good.path(), "image/tiff"), 4),
                new UpscaleRequest(new MediaFile(files.resolve("gone.png"), "image/png"), 4));
    }

    @Override
    protected void check(UpscaleRequest request, ImageResult result) throws IOException {
        assertArrayEquals(
                StabilityVendor.PICTURE, Files.readAllBytes(result.image().path()));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        List<Misbehaviour> errors = new ArrayList<>(StabilityVendor.errors());
        errors.add(new Misbehaviour(
                "it blurs the picture", StabilityVendor.picture("CONTENT_FILTERED"), Kind.CONTENT_REJECTED));
        return errors;
    }

    @Test
    void theFactorIsTheVendorsAndTheChangeIsTold() {
        Provider<UpscaleRequest, ImageResult> provider = provider();
        Support.Adjusted<UpscaleRequest> adjusted = assertInstanceOf(
                Support.Adjusted.class,
                provider.support(
                        new UpscaleRequest(picture(320, 180), 2),
                        provider.offers().get(0)));
        assertEquals(4, adjusted.request().factor());
    }
}
