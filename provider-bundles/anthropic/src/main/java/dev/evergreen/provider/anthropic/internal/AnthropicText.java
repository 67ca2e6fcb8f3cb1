package dev.evergreen.provider.anthropic.internal;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.language.LanguageModels;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.TextRequest;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.Optional;

/** Language models ({@code /v1/messages}). */
final class AnthropicText extends LanguageModels {
    private final AnthropicAccount account;

    AnthropicText(AnthropicAccount account) {
        super(account.catalogue(), account.client(), account.patience());
        this.account = account;
    }

    @Override
    protected StreamingChatModel model(Model model, TextRequest request, HttpClientBuilder transport) {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(transport)
                .baseUrl(account.base() + "/v1")
                .apiKey("the transport shows the key")
                .modelName(model.id())
                .maxTokens(request.maximumTokens())
                .build();
    }

    @Override
    protected ChatRequest.Builder parameters(Model model, TextRequest request) {
        return ChatRequest.builder().temperature(temperature(model, request));
    }

    /** Errors and refusals that come inside a stream with status 200. */
    @Override
    protected void inspect(String data) throws ProviderException {
        Optional<JsonAnswer> event = JsonAnswer.parseObject("An event of Anthropic", data);
        if (event.isEmpty()) {
            return;
        }
        if (event.get().text("/type", "").equals("error")) {
            String type = event.get().text("/error/type", "");
            String message = event.get().text("/error/message", "");
            throw new ProviderException(
                    AnthropicErrors.kind(500, type, message),
                    "Anthropic broke the answer off (" + type + "): " + message);
        }
        if (event.get().text("/delta/stop_reason", "").equals("refusal")) {
            throw new ProviderException(Kind.CONTENT_REJECTED, "Anthropic refuses to answer this");
        }
    }
}
