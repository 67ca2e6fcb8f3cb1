package dev.evergreen.spi.provider;

import dev.evergreen.spi.script.CastMember;
import java.util.Optional;

/**
 * @param text what to say
 * @param language BCP 47 tag
 * @param voice a voice's id from the {@link VoiceCatalog}, or empty to choose by speaker
 * @param speaker who speaks; the same speaker always gets the same voice; empty for the narrator
 * @param delivery how, for example {@code whispering}; empty for plain
 * @param rate 1 is the voice's own pace; 0.5 to 2
 */
public record SpeechRequest(
        String text, String language, String voice, Optional<CastMember> speaker, String delivery, double rate)
        implements Request<SpeechResult> {
    public SpeechRequest {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the text to speak is empty");
        }
        if (!(rate >= 0.5 && rate <= 2)) {
            throw new IllegalArgumentException("speech rate " + rate + " is outside 0.5 to 2");
        }
    }
}
