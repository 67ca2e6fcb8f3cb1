package dev.evergreen.provider.offline.analyst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.spi.provider.PromptRequest;
import dev.evergreen.spi.provider.PromptResult;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.tck.ProviderContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptTidyingTest extends ProviderContract<PromptRequest, PromptResult> {
    @Override
    protected Provider<PromptRequest, PromptResult> provider() {
        return new PromptTidying();
    }

    @Override
    protected PromptRequest request() {
        return asked("A red kite. A red kite.");
    }

    @Override
    protected List<PromptRequest> unsupported() {
        return List.of(asked(" "));
    }

    @Override
    protected boolean deterministic() {
        return true;
    }

    @Override
    protected boolean interruptible() {
        return false;
    }

    @Override
    protected void check(PromptRequest request, PromptResult result) {
        assertEquals("A red kite.", result.prompt());
    }

    private static PromptRequest asked(String prompt) {
        return new PromptRequest(
                new ShotDescription(
                        prompt,
                        Setting.EXTERIOR,
                        "meadow",
                        "day",
                        "",
                        "",
                        "",
                        ShotSize.WIDE,
                        List.of(),
                        List.of(),
                        List.of()),
                "");
    }

    @Test
    void aPromptWithNothingTooMuchStaysAsItIs() {
        String prompt = "Wide shot of MARA at the tide pool at dawn, rain; calm mood. She had had enough? No, no.";

        assertEquals(
                new PromptResult(
                        prompt.replace("had had", "had"), List.of("a word that was written twice stands once")),
                PromptTidying.tidied(prompt));
        String plain = "Wide shot of MARA at the tide pool at dawn, rain; calm mood. Scale 10 10.";
        assertEquals(new PromptResult(plain, List.of()), PromptTidying.tidied(plain));
    }

    @Test
    void whatIsSaidTwiceIsSaidOnce() {
        assertEquals(
                new PromptResult(
                        "A red kite. The sky is wide.",
                        List.of(
                                "white space was evened out",
                                "a word that was written twice stands once",
                                "a sentence that was said twice is said once")),
                PromptTidying.tidied("  A red\n red kite.  The sky is wide. a red kite.\t"));
    }

    @Test
    void otherScriptsAreLeftAlone() {
        assertEquals(
                new PromptResult("海の見える 丘。波。", List.of("white space was evened out")),
                PromptTidying.tidied("海の見える　丘。波。"));
    }
}
