package dev.evergreen.spi.descriptor;

import java.util.Arrays;

/** What a plugin adds; the word in its descriptor's {@code kind}. */
public enum PluginKind {
    PROVIDER("provider"),
    VIDEO_EFFECT("video-effect"),
    AUDIO_EFFECT("audio-effect"),
    TRANSITION("transition"),
    EXPORTER("exporter"),
    INTERCHANGE("interchange"),
    PUBLISHER("publisher");

    private final String word;

    PluginKind(String word) {
        this.word = word;
    }

    /** The word that stands in the descriptor. */
    public String word() {
        return word;
    }

    public static PluginKind of(String word) {
        for (PluginKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("plugin kind '" + word + "' is not one of "
                + Arrays.stream(values()).map(PluginKind::word).toList());
    }
}
