package dev.evergreen.spi.provider;

import dev.evergreen.spi.script.CastMember;
import java.util.List;

/** @param voices every voice, the default first */
public record VoiceCatalogResult(List<Voice> voices) implements Result {
    public VoiceCatalogResult {
        voices = List.copyOf(voices);
    }

    /**
     * @param id for {@link SpeechRequest#voice}
     * @param title for people
     * @param language BCP 47 tag
     * @param gender of the voice
     */
    public record Voice(String id, String title, String language, CastMember.Gender gender) {}
}
