package dev.evergreen.provider.google.gemini.internal;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.language.LanguageModels;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.TextRequest;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import java.util.Optional;

/** Language models ({@code :streamGenerateContent}). Thoughts count as answers, also for the longest answer. */
final class GeminiText extends LanguageModels {
    private final GeminiAccount account;

    GeminiText(GeminiAccount account) {
        super(account.catalogue(), account.client(), account.patience());
        this.account = account;
    }

    @Override
    protected StreamingChatModel model(Model model, TextRequest request, HttpClientBuilder transport) {
        return GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(transport)
                .baseUrl(account.interfaceAddress())
                .apiKey("the transport shows the key")
                .modelName(model.id())
                .build();
    }

    @Override
    protected ChatRequest.Builder parameters(Model model, TextRequest request) {
        ChatRequest.Builder parameters =
                ChatRequest.builder().temperature(temperature(model, request)).maxOutputTokens(request.maximumTokens());
        if (request.jsonSchema().isPresent() && takesSchema(model)) {
            parameters.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name("answer")
                            .rootElement(JsonRawSchema.from(request.jsonSchema().get()))
                            .build())
                    .build());
        }
        return parameters;
    }

    /** Errors and refusals that come inside a stream with status 200. */
    @Override
    protected void inspect(String data) throws ProviderException {
        Optional<JsonAnswer> event = JsonAnswer.parseObject("An event of Gemini", data);
        if (event.isEmpty()) {
            return;
        }
        if (event.get().has("/error")) {
            String status = event.get().text("/error/status", "");
            String message = event.get().text("/error/message", "");
            throw new ProviderException(
                    GeminiErrors.kind(500, status, message, event.get().list("/error/details")),
                    "Gemini broke the answer off (" + status + "): " + message);
        }
        Optional<String> refusal = GeminiErrors.refusal(event.get());
        if (refusal.isPresent()) {
            throw new ProviderException(Kind.CONTENT_REJECTED, "Gemini refuses to answer this (" + refusal.get() + ")");
        }
    }
}
