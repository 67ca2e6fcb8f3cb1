package dev.evergreen.provider.offline.illustrator.internal.words;

import java.util.List;

/** The hours that have a palette of their own. */
public enum TimeOfDay {
    NIGHT("night|midnight|moonlit|moonlight|starlit|starry"),
    DAWN("dawn|sunrise|daybreak|first light|early morning|morning twilight"),
    DUSK("dusk|sunset|evening|twilight|golden hour|sundown|late afternoon|nightfall"),
    DAY("day|daylight|noon|morning|afternoon|midday|sunny");

    private final WordPattern words;

    TimeOfDay(String words) {
        this.words = new WordPattern(words);
    }

    static TimeOfDay read(String said, String elsewhere) {
        for (String text : List.of(said, elsewhere)) {
            for (TimeOfDay time : values()) {
                if (time.words.in(text)) {
                    return time;
                }
            }
        }
        return DAY;
    }
}
