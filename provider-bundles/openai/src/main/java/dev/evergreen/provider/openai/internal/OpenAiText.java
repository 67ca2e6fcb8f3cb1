package dev.evergreen.provider.openai.internal;

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
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.Optional;

/**
 * Language models ({@code /chat/completions}, which compatible servers have as well). The option {@code maximumTokens} names the field
 * for the longest answer where it is not {@code max_completion_tokens}.
 */
final class OpenAiText extends LanguageModels {
    private final OpenAiAccount account;

    OpenAiText(OpenAiAccount account) {
        super(account.catalogue(), account.client(), account.patience());
        this.account = account;
    }

    @Override
    protected StreamingChatModel model(Model model, TextRequest request, HttpClientBuilder transport) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(transport)
                .baseUrl(account.base().toString())
                .apiKey("the transport shows the key")
                .build();
    }

    @Override
    protected ChatRequest.Builder parameters(Model model, TextRequest request) {
        OpenAiChatRequestParameters.Builder parameters =
                OpenAiChatRequestParameters.builder().modelName(model.id()).temperature(temperature(model, request));
        if (model.option("maximumTokens", "max_completion_tokens").equals("max_tokens")) {
            parameters.maxOutputTokens(request.maximumTokens());
        } else {
            parameters.maxCompletionTokens(request.maximumTokens());
        }
        if (request.jsonSchema().isPresent() && takesSchema(model)) {
            parameters.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name("answer")
                            .rootElement(JsonRawSchema.from(request.jsonSchema().get()))
                            .build())
                    .build());
        }
        return ChatRequest.builder().parameters(parameters.build());
    }

    /** Errors and refusals that come inside a stream with status 200. */
    @Override
    protected void inspect(String data) throws ProviderException {
        Optional<JsonAnswer> event = JsonAnswer.parseObject("An event of OpenAI", data);
        if (event.isEmpty()) {
            return; // [DONE]
        }
        if (event.get().has("/error")) {
            String code =
                    event.get().optionalText("/error/code").orElse(event.get().text("/error/type", ""));
            throw new ProviderException(
                    OpenAiErrors.kind(500, code),
                    "OpenAI broke the answer off (" + code + "): " + event.get().text("/error/message", ""));
        }
        Optional<String> refusal = event.get().optionalText("/choices/0/delta/refusal");
        if (refusal.isPresent() && !refusal.get().isBlank()) {
            throw new ProviderException(Kind.CONTENT_REJECTED, "OpenAI refuses: " + refusal.get());
        }
    }
}
