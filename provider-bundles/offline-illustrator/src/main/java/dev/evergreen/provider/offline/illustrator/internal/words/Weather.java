package dev.evergreen.provider.offline.illustrator.internal.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What falls or hangs in the air. */
public enum Weather {
    CLEAR(null),
    STORM("storm\\w*|thunder\\w*|lightning|tempest|gale|hurricane"),
    SNOW("snow(s|ing|y|fall|storm|flakes?)?|blizzard|sleet"),
    FOG("fog\\w*|mist\\w*|haze|hazy"),
    RAIN("rain(s|ing|y|drops?|fall)?|drizzl\\w*|downpour|shower|wet pavement|puddles?"),
    CLOUDY("cloudy|overcast|grey sky|gray sky|clouds");

    private final @Nullable WordPattern words;

    Weather(@Nullable String words) {
        this.words = words == null ? null : new WordPattern(words);
    }

    /** Rain, snow or storm clouds close the sky. */
    public boolean gloomy() {
        return this == RAIN || this == STORM || this == SNOW;
    }

    public boolean wet() {
        return this == RAIN || this == STORM;
    }

    static Weather read(String said, String elsewhere) {
        for (String text : List.of(said, elsewhere)) {
            for (Weather weather : values()) {
                if (weather.words != null && weather.words.in(text)) {
                    return weather;
                }
            }
            if (!text.isBlank()) {
                return CLEAR;
            }
        }
        return CLEAR;
    }
}
