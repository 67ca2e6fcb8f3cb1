package dev.evergreen.provider.ollama.internal;

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
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import java.util.Optional;

/** Language models ({@code /api/chat}), as lines of JSON. The first answer of a model takes longer: it is loaded for it. */
final class OllamaText extends LanguageModels {
    private final OllamaAccount account;

    OllamaText(OllamaAccount account) {
        super(account.catalogue(), account.client(), account.patience());
        this.account = account;
    }

    @Override
    protected StreamingChatModel model(Model model, TextRequest request, HttpClientBuilder transport) {
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(transport)
                .baseUrl(account.base().toString())
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

    /** An error may come as a line of the stream. */
    @Override
    protected void inspect(String data) throws ProviderException {
        Optional<JsonAnswer> line = JsonAnswer.parseObject("A line of Ollama", data);
        if (line.isPresent() && line.get().has("/error")) {
            throw new ProviderException(
                    Kind.UNAVAILABLE,
                    "Ollama broke the answer off: " + line.get().text("/error", ""));
        }
    }
}
