package dev.evergreen.effect;

import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.tck.FrameEffectContract;
import org.junit.jupiter.api.BeforeAll;

/** Effects that set words find the engine's typeface, as in a node. */
public abstract class TextEffectContract extends FrameEffectContract {
    @BeforeAll
    static void registerFonts() {
        new Fonts();
    }
}
