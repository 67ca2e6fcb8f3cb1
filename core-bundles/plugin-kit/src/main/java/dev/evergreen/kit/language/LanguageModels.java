package dev.evergreen.kit.language;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Tokens;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.TextGenerator;
import dev.evergreen.spi.provider.TextRequest;
import dev.evergreen.spi.provider.TextResult;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account's language models. Texts are streamed to the call while they come. Models know the prices {@code input-token} and
 * {@code output-token}, the limits {@code context-tokens} and {@code output-tokens}, and the options {@code temperature} (false where
 * the vendor refuses one), {@code maximumTemperature} and {@code jsonSchema} (true where the vendor holds answers to a schema; others are told it in words).
 */
public abstract class LanguageModels extends CatalogueProvider<TextRequest, TextResult> implements TextGenerator {
    private static final String INPUT = "input-token";
    private static final String OUTPUT = "output-token";
    private static final String PREFERRED = "temperature";
    private static final double UNSET = 1;

    private final VendorClient client;
    private final Duration limit;

    /** @param limit of one answer */
    protected LanguageModels(Catalogue catalogue, VendorClient client, Duration limit) {
        super(TextGenerator.class, catalogue);
        this.client = client;
        this.limit = limit;
    }

    /**
     * The library's model for one request.
     *
     * @param transport to be given to the library as it is
     */
    protected abstract StreamingChatModel model(Model model, TextRequest request, HttpClientBuilder transport);

    /** The library's request: messages, limits, and the schema where the vendor holds to one. */
    protected abstract ChatRequest.Builder parameters(Model model, TextRequest request);

    /**
     * Looks at the data of each event of a stream with a successful status.
     *
     * @throws ProviderException when it is an error or a refusal
     */
    protected abstract void inspect(String data) throws ProviderException;

    @Override
    public final Support<TextRequest> support(TextRequest request, Offer offer) {
        Model model = model(offer);
        String words = request.system() + request.prompt();
        long most = model.limit("output-tokens").orElse((long) Integer.MAX_VALUE);
        long context = model.limit("context-tokens").orElse(Long.MAX_VALUE);
        int tokens = (int) Math.min(request.maximumTokens(), most);
        double hottest = Double.parseDouble(model.option("maximumTemperature", "2"));
        boolean fixed = !Boolean.parseBoolean(model.option(PREFERRED, "true")) && request.temperature() != UNSET;
        return new Findings()
                .refuseIf(request.prompt().isBlank(), "the prompt is empty; say what is wanted")
                .refuseIf(
                        request.maximumTokens() < 1,
                        "an answer of " + request.maximumTokens() + " tokens; at least one is needed")
                .refuseIf(
                        Tokens.expected(words) + tokens > context,
                        "the prompt has about " + Tokens.expected(words) + " tokens and the answer may have " + tokens
                                + "; " + model.id() + " takes " + context + " together")
                .warnIf(
                        request.maximumTokens() > most,
                        model.id() + " answers with at most " + most + " tokens, not " + request.maximumTokens())
                .warnIf(
                        !fixed && request.temperature() > hottest,
                        model.id() + " knows temperatures up to " + hottest + ", not " + request.temperature())
                .warnIf(fixed, model.id() + " knows no temperature; " + request.temperature() + " is left out")
                .support(new TextRequest(
                        request.system(),
                        request.prompt(),
                        request.jsonSchema(),
                        tokens,
                        fixed ? UNSET : Math.min(hottest, request.temperature())));
    }

    @Override
    public final Quote quote(TextRequest request, Offer offer) {
        Model model = model(offer);
        Optional<BigDecimal> input = model.price(INPUT);
        Optional<BigDecimal> output = model.price(OUTPUT);
        if (input.isEmpty() || output.isEmpty()) {
            return catalogue().noPrice(model, input.isEmpty() ? INPUT : OUTPUT);
        }
        String words = system(model, request) + request.prompt();
        // The vendors' own frame around messages.
        long frame = 50;
        return catalogue()
                .price(
                        cost(input.get(), Tokens.expected(words) + frame)
                                .add(cost(output.get(), Math.max(1, request.maximumTokens() / 2))),
                        cost(input.get(), Tokens.ceiling(words) + frame)
                                .add(cost(output.get(), request.maximumTokens())),
                        Duration.ofSeconds(2).plusMillis(request.maximumTokens() * 10L));
    }

    @Override
    public final Map<String, Long> units(TextRequest request, Offer offer) {
        return Map.of("tokens", Tokens.expected(request.system() + request.prompt()) + request.maximumTokens());
    }

    @Override
    public final Outcome<TextResult> execute(TextRequest request, Offer offer, CallContext call)
            throws ProviderException {
        Model model = catalogue().served(offer);
        Transport transport = new Transport(client, call, limit, this::inspect);
        Collector collector = new Collector(call);
        List<ChatMessage> messages = new ArrayList<>();
        String system = system(model, request);
        if (!system.isBlank()) {
            messages.add(SystemMessage.from(system));
        }
        messages.add(UserMessage.from(request.prompt()));
        try {
            model(model, request, transport)
                    .chat(parameters(model, request).messages(messages).build(), collector);
        } catch (RuntimeException e) {
            throw transport.failure().orElseGet(() -> misunderstood(e));
        }
        if (transport.failure().isPresent()) {
            throw transport.failure().get();
        }
        return finish(model, request, transport, collector);
    }

    private Outcome<TextResult> finish(Model model, TextRequest request, Transport transport, Collector collector)
            throws ProviderException {
        String id = transport.answer().map(Answer::named).orElse("");
        ChatResponse response = collector.response;
        if (response == null || collector.error != null) {
            throw misunderstood(collector.error);
        }
        TokenUsage usage = response.tokenUsage();
        int inputs = usage == null || usage.inputTokenCount() == null ? 0 : usage.inputTokenCount();
        int answered = usage == null || usage.outputTokenCount() == null ? 0 : usage.outputTokenCount();
        int total = usage == null || usage.totalTokenCount() == null ? 0 : usage.totalTokenCount();
        // Thoughts are paid as answers are, and some vendors count them in the total only.
        int outputs = Math.max(answered, total - inputs);
        Optional<Money> charge = charge(model, inputs, outputs);
        String text =
                response.aiMessage().text() == null ? "" : response.aiMessage().text();
        FinishReason reason = response.finishReason();
        if (reason == FinishReason.CONTENT_FILTER) {
            throw failed(Kind.CONTENT_REJECTED, "The vendor stopped the answer for its content" + id, charge);
        }
        if (reason == null || text.isBlank()) {
            throw failed(Kind.BAD_RESPONSE, "The answer " + (text.isBlank() ? "is empty" : "breaks off") + id, charge);
        }
        if (request.jsonSchema().isPresent()) {
            text = json(text, id, charge);
        }
        return new Outcome.Done<>(new TextResult(text, inputs, outputs), charge);
    }

    /** Models that are told the schema in words like to put a fence around their answer. */
    private static String json(String text, String id, Optional<Money> charge) throws ProviderException {
        String bare = text.strip().replaceFirst("(?s)^```(?:json)?\\s*(.*?)\\s*```$", "$1");
        try {
            JsonAnswer.parse("The answer" + id, bare);
            return bare;
        } catch (ProviderException e) {
            throw new ProviderException(e.kind(), String.valueOf(e.getMessage()), e, Optional.empty(), charge);
        }
    }

    /** The instructions, with the schema where the vendor does not take it as such. */
    private static String system(Model model, TextRequest request) {
        return request.jsonSchema().isEmpty() || takesSchema(model)
                ? request.system()
                : (request.system()
                                + "\nAnswer with JSON only, without any words around it, that meets this JSON Schema: "
                                + request.jsonSchema().get())
                        .strip();
    }

    /** Whether the vendor holds answers of the model to a schema. */
    protected static boolean takesSchema(Model model) {
        return Boolean.parseBoolean(model.option("jsonSchema", "false"));
    }

    /** The temperature to ask for, or nothing where the vendor refuses one. */
    protected static @Nullable Double temperature(Model model, TextRequest request) {
        return Boolean.parseBoolean(model.option(PREFERRED, "true")) ? request.temperature() : null;
    }

    private Optional<Money> charge(Model model, int inputs, int outputs) {
        Optional<BigDecimal> input = model.price(INPUT);
        Optional<BigDecimal> output = model.price(OUTPUT);
        return input.isEmpty() || output.isEmpty() || inputs + outputs == 0
                ? Optional.empty()
                : Optional.of(catalogue().money(cost(input.get(), inputs).add(cost(output.get(), outputs))));
    }

    private static BigDecimal cost(BigDecimal token, long tokens) {
        return token.multiply(BigDecimal.valueOf(tokens));
    }

    private static ProviderException failed(Kind kind, String message, Optional<Money> charge) {
        return new ProviderException(kind, message, null, Optional.empty(), charge);
    }

    private static ProviderException misunderstood(@Nullable Throwable cause) {
        return new ProviderException(
                Kind.BAD_RESPONSE,
                "The answer is no text as this vendor writes it"
                        + (cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage()),
                cause);
    }

    /** Hands pieces on and keeps the whole. */
    private static final class Collector implements StreamingChatResponseHandler {
        private final CallContext call;
        private volatile @Nullable ChatResponse response;
        private volatile @Nullable Throwable error;

        Collector(CallContext call) {
            this.call = call;
        }

        @Override
        public void onPartialResponse(String text) {
            call.partial(text);
        }

        @Override
        public void onCompleteResponse(ChatResponse whole) {
            response = whole;
        }

        @Override
        public void onError(Throwable problem) {
            error = problem;
        }
    }
}
