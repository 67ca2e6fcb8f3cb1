package dev.evergreen.provider.google.gemini.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageEditRequest;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeminiImagesTest extends GeminiContract<ImageRequest, ImageResult> {
    @TempDir
    Path files;

    private static ImageRequest picture(String prompt, int width, List<MediaFile> references) {
        return new ImageRequest(shot(prompt), "", width, 1080, -7, false, references);
    }

    static String answer(String parts, String reason) {
        return "{\"candidates\":[{\"content\":{\"parts\":[" + parts + "],\"role\":\"model\"},\"finishReason\":\""
                + reason
                + "\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":100,\"candidatesTokenCount\":1300,"
                + "\"candidatesTokensDetails\":[{\"modality\":\"IMAGE\",\"tokenCount\":1290}],\"totalTokenCount\":1400}}";
    }

    static String image(String content) {
        return "{\"text\":\"Here it is\"},{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\""
                + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "\"}}";
    }

    private MediaFile file(String mediaType, byte[] content) {
        try {
            return new MediaFile(Files.write(files.resolve("a"), content), mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Provider<ImageRequest, ImageResult> provider(GeminiAccount account) {
        return new GeminiImages(account);
    }

    @Override
    protected String orderPath() {
        return "/v1beta/models/gemini-2.5-flash-image:generateContent";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post(orderPath()).willReturn(okJson(answer(image("picture"), "STOP"))));
    }

    @Override
    protected ImageRequest request() {
        return picture("A lighthouse", 1920, List.of(file("image/png", new byte[] {1, 2, 3})));
    }

    @Override
    protected List<ImageRequest> unsupported() {
        MediaFile one = file("image/png", new byte[] {1});
        return List.of(
                picture("x".repeat(200_000), 1920, List.of()),
                picture("x", 0, List.of()),
                picture("x", 1920, List.of(new MediaFile(one.path(), "text/plain"))),
                picture("x", 1920, java.util.Collections.nCopies(15, one)));
    }

    @Override
    protected void check(ImageRequest request, ImageResult result) throws IOException {
        assertEquals("picture", Files.readString(result.image().path()));
        assertEquals(1344, request.width());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        List<Misbehaviour> errors = new ArrayList<>(super.vendorErrors());
        errors.add(error("the picture is refused", 200, answer("", "IMAGE_SAFETY"), Kind.CONTENT_REJECTED));
        errors.add(error("it says words only", 200, answer("{\"text\":\"No\"}", "NO_IMAGE"), Kind.BAD_RESPONSE));
        errors.add(error(
                "the prompt is refused",
                200,
                "{\"promptFeedback\":{\"blockReason\":\"OTHER\"}}",
                Kind.CONTENT_REJECTED));
        return errors;
    }

    @Test
    void tokensArePaidAndProportionsAreAskedFor() throws Exception {
        Provider<ImageRequest, ImageResult> provider = provider();
        Offer offer = provider.offers().get(0);
        Quote.Known quote = (Quote.Known) provider.quote(request(), offer);
        assertTrue(quote.expected().compareTo(Money.usd("0.0393")) > 0, quote.toString());
        Support.Adjusted<ImageRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(request(), offer));
        Outcome.Done<ImageResult> done =
                (Outcome.Done<ImageResult>) provider.execute(adjusted.request(), offer, call(files));
        // 1290 x $30/1M + 10 x $2.50/1M + 100 x $0.30/1M.
        assertEquals(Optional.of(Money.usd("0.038755")), done.charge());
        String sent = vendor().requests().get(0).getBodyAsString();
        assertTrue(sent.contains("\"aspectRatio\":\"16:9\"") && sent.contains("\"inlineData\""), sent);
    }

    @Test
    void picturesAreChangedByWordsWithoutMasks() throws Exception {
        try (GeminiAccount account = account(vendor().address(), 60, SECRETS)) {
            GeminiImageEdits edits = new GeminiImageEdits(account);
            Offer offer = edits.offers().get(0);
            MediaFile image = file("image/jpeg", new byte[] {1});
            ImageEditRequest edit = new ImageEditRequest(image, Optional.empty(), "Make it night", 1);
            assertEquals(Support.yes(), edits.support(edit, offer));
            assertInstanceOf(Quote.Known.class, edits.quote(edit, offer));
            Outcome.Done<ImageResult> done = (Outcome.Done<ImageResult>) edits.execute(edit, offer, call(files));
            assertEquals("picture", Files.readString(done.result().image().path()));
            assertInstanceOf(
                    Support.Unsupported.class,
                    edits.support(new ImageEditRequest(image, Optional.of(image), "Make it night", 1), offer));
        }
    }
}
