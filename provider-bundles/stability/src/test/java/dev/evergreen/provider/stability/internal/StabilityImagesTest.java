package dev.evergreen.provider.stability.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StabilityImagesTest extends StabilityContract<ImageRequest, ImageResult> {
    @TempDir
    Path files;

    private static ImageRequest picture(String prompt, int width, int height, MediaFile... references) {
        ShotDescription shot = new ShotDescription(
                prompt, Setting.EXTERIOR, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
        return new ImageRequest(shot, "picture-book", width, height, 7, false, List.of(references));
    }

    @Override
    Provider<ImageRequest, ImageResult> provider(StabilityAccount account) {
        return new StabilityImages(account);
    }

    @Override
    protected String orderPath() {
        return "/v2beta/stable-image/generate/ultra";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post(urlPathMatching("/v2beta/stable-image/generate/(ultra|core|sd3)"))
                .willReturn(StabilityVendor.picture("SUCCESS")));
    }

    @Override
    protected ImageRequest request() {
        return picture("A cat on a café's roof", 1920, 1080);
    }

    @Override
    protected List<ImageRequest> unsupported() {
        return List.of(
                picture("no size", 0, 10),
                picture("x".repeat(10_001), 100, 100),
                picture("Кошка на крыше", 100, 100),
                picture("She waves", 100, 100, new MediaFile(files.resolve("a.png"), "image/png")));
    }

    @Override
    protected void check(ImageRequest request, ImageResult result) throws IOException {
        assertEquals("image/png", result.image().mediaType());
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
    void everyModelIsAskedAsTheVendorSays() throws Exception {
        Provider<ImageRequest, ImageResult> provider = provider();
        List<String> forms = new ArrayList<>();
        for (Offer offer : provider.offers()) {
            provider.execute(request(), offer, call(files));
        }
        vendor().requests().forEach(one -> forms.add(one.getBodyAsString()));
        assertEquals(provider.offers().size(), forms.size());
        assertTrue(forms.stream().allMatch(form -> form.contains("16:9")), "the proportions");
        assertEquals(
                4,
                forms.stream().filter(form -> form.contains("name=\"model\"")).count(),
                "models that share a path");
    }

    @Test
    void theSizeFollowsFromTheProportionsAndIsTold() {
        Provider<ImageRequest, ImageResult> provider = provider();
        Offer offer = provider.offers().get(0);
        Support.Adjusted<ImageRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(request(), offer));
        assertEquals(1344, adjusted.request().width());
        assertEquals(768, adjusted.request().height());
        assertTrue(adjusted.warnings().get(0).contains("1344x768 instead of 1920x1080"), adjusted.warnings()::toString);
        assertEquals(Money.usd("0.08"), ((Quote.Known) provider.quote(adjusted.request(), offer)).ceiling());
    }

    @Test
    void whatTheVendorRefusesCostsNothingAndSaysWhenToComeBack() {
        URI base = vendor().newCase();
        vendor().stub(any(urlPathEqualTo(base.getPath() + orderPath()))
                .willReturn(StabilityVendor.error("", 429, "rate_limit_exceeded", Kind.RATE_LIMITED)
                        .answer()));
        Provider<ImageRequest, ImageResult> provider = provider(base, 60);
        ProviderException refused = assertThrows(
                ProviderException.class,
                () -> provider.execute(request(), provider.offers().get(0), call(files)));
        assertEquals(Optional.of(Money.free()), refused.charge());
        assertEquals(Optional.of(Duration.ofSeconds(60)), refused.retryAfter());
    }
}
