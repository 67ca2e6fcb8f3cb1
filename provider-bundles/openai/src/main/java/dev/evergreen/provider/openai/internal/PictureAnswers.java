package dev.evergreen.provider.openai.internal;

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
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What pictures cost and how they come, whether made or changed. */
final class PictureAnswers {
    static final long MOST_BYTES = 96L << 20;

    /** What a model's options hand on as they are. */
    static final List<String> FIELDS =
            List.of("quality", "output_format", "background", "moderation", "response_format");

    private static final String PICTURE = "image";
    private static final String OUTPUT = "output-image-token";
    private static final String INPUT = "input-token";
    private static final String INPUT_PICTURE = "input-image-token";

    /** A picture that is sent in has at most that many tokens: high fidelity, the largest size (platform.openai.com/docs/guides/images). */
    private static final long MOST_INPUT_TOKENS = 6_500;

    private final OpenAiAccount account;

    PictureAnswers(OpenAiAccount account) {
        this.account = account;
    }

    /**
     * By the model's prices {@code image.QUALITY.SIZE}, {@code image.QUALITY} or {@code image}, and what the prompt and pictures that are
     * sent in cost by {@code input-token} and {@code input-image-token} where these have prices.
     */
    Quote quote(Model model, String size, String prompt, int pictures) {
        String quality = model.option("quality", "auto");
        Optional<BigDecimal> one = model.price(PICTURE + "." + quality + "." + size, PICTURE + "." + quality, PICTURE);
        if (one.isEmpty()) {
            return account.catalogue().noPrice(model, PICTURE);
        }
        BigDecimal word = model.price(INPUT).orElse(BigDecimal.ZERO);
        BigDecimal picture = model.price(INPUT_PICTURE).orElse(BigDecimal.ZERO);
        BigDecimal sent = picture.multiply(BigDecimal.valueOf(MOST_INPUT_TOKENS * pictures));
        BigDecimal expected = one.get().add(word.multiply(BigDecimal.valueOf(Tokens.expected(prompt))));
        BigDecimal most = one.get()
                .add(word.multiply(BigDecimal.valueOf(Tokens.ceiling(prompt))))
                .add(sent);
        return account.catalogue()
                .price(
                        expected.add(sent.divide(BigDecimal.valueOf(2))),
                        most,
                        Duration.ofSeconds(model.limit("seconds").orElse(30L)));
    }

    Outcome<ImageResult> read(Answer answer, Model model, CallContext call) throws ProviderException {
        JsonAnswer body = answer.json();
        Optional<Money> charge = charge(body, model);
        if (!body.has("/data/0")) {
            throw account.client()
                    .failure(
                            answer,
                            new Failure(Kind.BAD_RESPONSE, "", "there is no picture in it", Optional.empty(), charge));
        }
        Optional<String> data = body.optionalText("/data/0/b64_json");
        MediaFile picture = data.isPresent()
                ? ResultFiles.write(call, ResultFiles.decoded(data.get()), mediaType(body, model))
                : new MediaFile(
                        call.downloads().fetch(address(body.text("/data/0/url")), MOST_BYTES), mediaType(body, model));
        return new Outcome.Done<>(new ImageResult(picture, List.of()), charge);
    }

    private static URI address(String text) throws ProviderException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Kind.BAD_RESPONSE, "The answer's picture has no address", e);
        }
    }

    private static String mediaType(JsonAnswer body, Model model) {
        String format = body.text("/output_format", model.option("output_format", "png"));
        return "image/" + format.toLowerCase(Locale.ROOT);
    }

    /** By the tokens that the answer counts, where these have prices. */
    private Optional<Money> charge(JsonAnswer body, Model model) {
        Optional<BigDecimal> output = model.price(OUTPUT);
        if (output.isEmpty() || !body.has("/usage")) {
            return Optional.empty();
        }
        long pictures = body.whole("/usage/input_tokens_details/image_tokens", 0);
        long words = body.whole("/usage/input_tokens", 0) - pictures;
        BigDecimal amount = output.get()
                .multiply(BigDecimal.valueOf(body.whole("/usage/output_tokens", 0)))
                .add(model.price(INPUT).orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(words)))
                .add(model.price(INPUT_PICTURE, INPUT).orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(pictures)));
        return Optional.of(account.catalogue().money(amount));
    }
}
