package dev.evergreen.provider.google.gemini.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.kit.provider.Tokens;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for pictures ({@code :generateContent}), whether made or changed; what they cost, and how they come. */
final class GeminiPictures {
    private static final long MOST_BYTES = 96L << 20;
    private static final String PICTURE = "image";
    private static final String INPUT = "input-token";
    private static final String OUTPUT = "output-token";
    private static final String OUTPUT_PICTURE = "output-image-token";

    private final GeminiAccount account;

    GeminiPictures(GeminiAccount account) {
        this.account = account;
    }

    /**
     * By the model's price {@code image}; what is sent in costs {@code input-token}, of which a picture has the limit
     * {@code picture-tokens}, and models that think first cost {@code output-token} for at most {@code thought-tokens}.
     */
    Quote quote(Model model, String prompt, int pictures) {
        Optional<BigDecimal> one = model.price(PICTURE);
        if (one.isEmpty()) {
            return account.catalogue().noPrice(model, PICTURE);
        }
        long sent = model.limit("picture-tokens").orElse(0L) * pictures;
        BigDecimal input = model.price(INPUT).orElse(BigDecimal.ZERO);
        BigDecimal thoughts = cost(
                model.price(OUTPUT).orElse(BigDecimal.ZERO),
                model.limit("thought-tokens").orElse(0L));
        return account.catalogue()
                .price(
                        one.get().add(cost(input, Tokens.expected(prompt) + sent)),
                        one.get()
                                .add(cost(input, Tokens.ceiling(prompt) + sent))
                                .add(thoughts),
                        Duration.ofSeconds(20));
    }

    /** @param picture the field {@code imageConfig}; may be empty */
    Outcome<ImageResult> make(
            Model model,
            String prompt,
            List<MediaFile> inputs,
            Map<String, Object> picture,
            long seed,
            CallContext call)
            throws ProviderException {
        List<Map<String, Object>> parts = new ArrayList<>();
        parts.add(Map.of("text", prompt));
        for (MediaFile input : inputs) {
            parts.add(Map.of("inlineData", Map.of("mimeType", input.mediaType(), "data", ResultFiles.encoded(input))));
        }
        Map<String, Object> generation = new HashMap<>();
        generation.put("responseModalities", List.of("IMAGE"));
        generation.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
        if (!picture.isEmpty()) {
            generation.put("imageConfig", picture);
        }
        Map<String, Object> body =
                Map.of("contents", List.of(Map.of("role", "user", "parts", parts)), "generationConfig", generation);
        return read(
                account.client()
                        .send(account.post(model, "generateContent").json(body).atMost(MOST_BYTES), call),
                model,
                call);
    }

    private Outcome<ImageResult> read(Answer answer, Model model, CallContext call) throws ProviderException {
        JsonAnswer body = answer.json();
        Optional<Money> charge = charge(body, model);
        StringBuilder words = new StringBuilder();
        for (JsonAnswer part : body.list("/candidates/0/content/parts")) {
            Optional<String> data = part.optionalText("/inlineData/data");
            if (data.isPresent() && !part.flag("/thought")) {
                MediaFile picture = ResultFiles.write(
                        call, ResultFiles.decoded(data.get()), part.text("/inlineData/mimeType", "image/png"));
                return new Outcome.Done<>(new ImageResult(picture, List.of()), charge);
            }
            words.append(part.text("/text", ""));
        }
        Optional<String> refusal = GeminiErrors.refusal(body);
        String reason = refusal.or(() -> body.optionalText("/candidates/0/finishReason"))
                .orElse("");
        String said = body.text("/candidates/0/finishMessage", words.toString());
        throw account.client()
                .failure(
                        answer,
                        new Failure(
                                refusal.isPresent() ? Kind.CONTENT_REJECTED : Kind.BAD_RESPONSE,
                                reason,
                                said.isBlank() ? "there is no picture in it" : said,
                                Optional.empty(),
                                charge));
    }

    /** By the tokens that the answer counts, where these have prices. */
    private Optional<Money> charge(JsonAnswer body, Model model) {
        Optional<BigDecimal> output = model.price(OUTPUT_PICTURE);
        if (output.isEmpty() || !body.has("/usageMetadata")) {
            return Optional.empty();
        }
        long made = body.whole("/usageMetadata/candidatesTokenCount", 0);
        long pictures = 0;
        List<JsonAnswer> details = body.list("/usageMetadata/candidatesTokensDetails");
        for (JsonAnswer detail : details) {
            if (detail.text("/modality", "").equals("IMAGE")) {
                pictures += detail.whole("/tokenCount", 0);
            }
        }
        if (details.isEmpty()) {
            pictures = made;
        }
        long words = Math.max(0, made - pictures) + body.whole("/usageMetadata/thoughtsTokenCount", 0);
        BigDecimal amount = cost(output.get(), pictures)
                .add(cost(model.price(OUTPUT, OUTPUT_PICTURE).orElse(BigDecimal.ZERO), words))
                .add(cost(
                        model.price(INPUT).orElse(BigDecimal.ZERO), body.whole("/usageMetadata/promptTokenCount", 0)));
        return Optional.of(account.catalogue().money(amount));
    }

    private static BigDecimal cost(BigDecimal token, long tokens) {
        return token.multiply(BigDecimal.valueOf(tokens));
    }
}
