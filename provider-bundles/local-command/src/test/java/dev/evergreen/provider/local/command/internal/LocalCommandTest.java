package dev.evergreen.provider.local.command.internal;

import dev.evergreen.contract.test.ProviderPage;
import dev.evergreen.tck.DescriptorContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The descriptor and the page made of it. */
class LocalCommandTest extends DescriptorContract {
    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "The option `command` is a program and its arguments as a JSON array; there is no shell. Places: `{output}` (a file; without it the "
                        + "program writes to its standard output), `{voice}`, `{language}`, `{rate}` and `{lengthScale}` (one divided by the rate). The text "
                        + "goes to the standard input. The option `format` is `wav` or `mp3`. Only voices and languages of the configuration are taken. "
                        + "The program sees no variable of the engine's environment but `PATH`, and is ended, with all that it has started, when it takes "
                        + "too long, writes too much, or the call is given up. Whoever may change accounts may have programs run with the engine's rights.");
    }
}
