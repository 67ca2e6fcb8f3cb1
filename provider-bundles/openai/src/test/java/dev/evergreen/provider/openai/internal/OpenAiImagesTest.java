package dev.evergreen.provider.openai.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenAiImagesTest extends OpenAiContract<ImageRequest, ImageResult> {
    static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    /** Token counts as the vendor gives them for a high picture of 1536 x 1024. */
    static final String ANSWER =
            "{\"created\":1,\"output_format\":\"png\",\"size\":\"1536x1024\",\"data\":[{\"b64_json\":\""
                    + Base64.getEncoder().encodeToString(PICTURE)
                    + "\"}],\"usage\":{\"input_tokens\":50,\"output_tokens\":6208,\"total_tokens\":6258,"
                    + "\"input_tokens_details\":{\"text_tokens\":50,\"image_tokens\":0}}}";

    @TempDir
    Path files;

    static ImageRequest picture(String prompt, int width, int height, MediaFile... references) {
        ShotDescription shot = new ShotDescription(
                prompt, Setting.EXTERIOR, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
        return new ImageRequest(shot, "picture-book", width, height, 7, false, List.of(references));
    }

    @Override
    Provider<ImageRequest, ImageResult> provider(OpenAiAccount account) {
        return new OpenAiImages(account);
    }

    @Override
    protected String orderPath() {
        return "/images/generations";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/images/generations").willReturn(okJson(ANSWER)));
        vendor().stub(post("/v1/images/edits").willReturn(okJson(ANSWER)));
    }

    @Override
    protected ImageRequest request() {
        return picture("A cat on a roof", 1920, 1080);
    }

    @Override
    protected List<ImageRequest> unsupported() {
        return List.of(picture("no size", 0, 10), picture("x".repeat(32_001), 100, 100));
    }

    @Override
    protected void check(ImageRequest request, ImageResult result) throws IOException {
        assertEquals("image/png", result.image().mediaType());
        assertArrayEquals(PICTURE, Files.readAllBytes(result.image().path()));
    }

    @Test
    void theSizeIsOneOfTheVendorsAndTheChangeIsTold() {
        Provider<ImageRequest, ImageResult> provider = provider();
        Support.Adjusted<ImageRequest> adjusted = assertInstanceOf(
                Support.Adjusted.class,
                provider.support(request(), provider.offers().get(0)));
        assertEquals(1536, adjusted.request().width());
        assertEquals(1024, adjusted.request().height());
        assertTrue(
                adjusted.warnings().get(0).contains("1536x1024 instead of 1920x1080"), adjusted.warnings()::toString);
    }

    @Test
    void theChargeIsThatOfTheTokensThatWereUsed() throws Exception {
        Provider<ImageRequest, ImageResult> provider = provider();
        Offer offer = provider.offers().get(0);
        Outcome.Done<ImageResult> done = (Outcome.Done<ImageResult>) provider.execute(request(), offer, call(files));
        // 50 x $5/1M + 6208 x $32/1M.
        assertEquals(Optional.of(Money.usd("0.198906")), done.charge());
        Quote.Known quote = (Quote.Known) provider.quote(request(), offer);
        assertTrue(quote.ceiling().compareTo(done.charge().orElseThrow()) >= 0, quote + " against " + done.charge());
    }

    @Test
    void referencesGoAlong() throws Exception {
        MediaFile face = new MediaFile(OpenAiVendor.file(".png", PICTURE), "image/png");
        Provider<ImageRequest, ImageResult> provider = provider();
        for (MediaFile[] references : List.of(new MediaFile[] {face}, new MediaFile[] {face, face})) {
            provider.execute(
                    picture("She waves", 1024, 1024, references),
                    provider.offers().get(0),
                    call(files));
        }
        assertEquals(
                2,
                vendor().requests().stream()
                        .filter(one -> one.getUrl().endsWith("/images/edits"))
                        .count());
    }

    @Test
    void anAddressIsFetchedThroughTheEngine() throws Exception {
        vendor().stub(com.github.tomakehurst.wiremock.client.WireMock.get(
                        vendor().file("a.png").getPath())
                .willReturn(com.github.tomakehurst.wiremock.client.WireMock.aResponse()
                        .withBody(PICTURE)));
        vendor().stub(post("/v1/images/generations")
                .willReturn(okJson("{\"created\":1,\"data\":[{\"url\":\"" + vendor().file("a.png") + "\"}]}")));
        Provider<ImageRequest, ImageResult> provider = provider();
        Outcome.Done<ImageResult> done = (Outcome.Done<ImageResult>)
                provider.execute(request(), provider.offers().get(0), call(files));
        check(request(), done.result());
    }

    @Test
    void anAddressInAPrivateNetworkIsNot() {
        vendor().stub(post("/v1/images/generations")
                .willReturn(okJson("{\"created\":1,\"data\":[{\"url\":\"http://10.0.0.1/a.png\"}]}")));
        Provider<ImageRequest, ImageResult> provider = provider();
        assertEquals(
                dev.evergreen.spi.provider.ProviderException.Kind.BAD_RESPONSE,
                org.junit.jupiter.api.Assertions.assertThrows(
                                dev.evergreen.spi.provider.ProviderException.class,
                                () -> provider.execute(
                                        request(), provider.offers().get(0), call(files)))
                        .kind());
    }
}
