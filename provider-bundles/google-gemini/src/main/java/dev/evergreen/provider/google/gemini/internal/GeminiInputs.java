package dev.evergreen.provider.google.gemini.internal;

import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Tokens;
import dev.evergreen.spi.provider.MediaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/** Words and pictures that are sent along, all of them inside the request. */
final class GeminiInputs {
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/webp");
    private static final long FRAME = 4_096;

    private GeminiInputs() {}

    /** Finds what speaks against them, by the model's limits {@code prompt-tokens} and {@code request-bytes}. */
    static void check(Findings findings, Model model, String prompt, List<MediaFile> pictures) {
        long tokens = model.limit("prompt-tokens").orElse(Long.MAX_VALUE);
        findings.refuseIf(
                Tokens.expected(prompt) > tokens,
                "the description has about " + Tokens.expected(prompt) + " tokens; " + model.id() + " takes at most "
                        + tokens);
        long most = model.limit("request-bytes").orElse(Long.MAX_VALUE);
        long bytes = FRAME + Tokens.ceiling(prompt);
        for (MediaFile picture : pictures) {
            findings.refuseIf(
                    !TYPES.contains(picture.mediaType()),
                    "a picture is " + picture.mediaType() + "; Gemini takes PNG, JPEG and WebP");
            try {
                // Base64.
                bytes += (Files.size(picture.path()) + 2) / 3 * 4;
            } catch (IOException e) {
                findings.refuse("a picture cannot be read: " + e.getMessage());
            }
        }
        findings.refuseIf(
                bytes > most,
                "the pictures make the request " + bytes + " bytes large; " + model.id() + " takes at most " + most);
    }
}
