package dev.evergreen.provider.offline.illustrator.internal.words;

/** Seasons, as far as leaves, grass and clothes differ. */
public enum Season {
    WINTER("winter|christmas|frost\\w*|january|february|december|icy"),
    AUTUMN("autumn|fall|october|november|falling leaves|golden leaves|harvest"),
    SPRING("spring|blossoms?|april|may"),
    SUMMER("summer|june|july|august");

    private final WordPattern words;

    Season(String words) {
        this.words = new WordPattern(words);
    }

    static Season read(String said, Weather weather) {
        for (Season season : values()) {
            if (season.words.in(said)) {
                return season;
            }
        }
        return weather == Weather.SNOW ? WINTER : SUMMER;
    }
}
