package dev.evergreen.provider.openai.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.ModerationRequest;
import dev.evergreen.spi.provider.ModerationResult;
import dev.evergreen.spi.provider.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

class OpenAiModerationTest extends OpenAiContract<ModerationRequest, ModerationResult> {
    private static final List<String> CATEGORIES = List.of(
            "hate",
            "hate/threatening",
            "harassment",
            "harassment/threatening",
            "illicit",
            "illicit/violent",
            "self-harm",
            "self-harm/intent",
            "self-harm/instructions",
            "sexual",
            "sexual/minors",
            "violence",
            "violence/graphic");
    private final MediaFile picture = new MediaFile(OpenAiVendor.file(".png", OpenAiImagesTest.PICTURE), "image/png");

    private static String each(String value) {
        return CATEGORIES.stream()
                .map(category ->
                        "\"" + category + "\":" + (category.equals("violence") && value.equals("0.1") ? "0.9" : value))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    Provider<ModerationRequest, ModerationResult> provider(OpenAiAccount account) {
        return new OpenAiModeration(account);
    }

    @Override
    protected String orderPath() {
        return "/moderations";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/moderations")
                .willReturn(
                        okJson("{\"id\":\"modr-1\",\"model\":\"omni-moderation-latest\",\"results\":[{\"flagged\":true,"
                                + "\"categories\":" + each("false") + ",\"category_scores\":" + each("0.1")
                                + ",\"category_applied_input_types\":" + each("[\"text\"]") + "}]}")));
    }

    @Override
    protected ModerationRequest request() {
        return new ModerationRequest("a fight", List.of(picture));
    }

    @Override
    protected List<ModerationRequest> unsupported() {
        return Arrays.asList(
                new ModerationRequest("", List.of()), new ModerationRequest("x", List.of(picture, picture)));
    }

    @Override
    protected void check(ModerationRequest request, ModerationResult result) {
        assertTrue(result.flagged());
        assertEquals(0.9, result.scores().get("violence"));
        assertEquals(CATEGORIES.size(), result.scores().size());
    }
}
