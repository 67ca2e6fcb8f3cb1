package dev.evergreen.provider.offline.illustrator.internal.words;

/** What a picture's colours and faces should say. */
public enum Mood {
    SAD("sad\\w*|melanchol\\w*|grief|lone\\w*|mournful|somber|sombre|wistful|gloom\\w*|bitter\\w*|tender"),
    TENSE(
            "tense|tension|danger\\w*|fear\\w*|afraid|suspense\\w*|threat\\w*|angry|anxious|dark|urgent|ominous|dramatic"),
    MYSTERY("myster\\w*|strange|secret\\w*|eerie|ancient|magic\\w*|wonder\\w*|dream\\w*|awe\\w*"),
    JOY(
            "joy\\w*|happy|happi\\w*|cheer\\w*|playful|fun\\w*|delight\\w*|bright|warm|celebrat\\w*|hope\\w*|uplifting|excited|triumph\\w*|light-?hearted"),
    CALM("calm|peace\\w*|quiet|serene|neutral|still");

    private final WordPattern words;

    Mood(String words) {
        this.words = new WordPattern(words);
    }

    static Mood read(String said) {
        for (Mood mood : values()) {
            if (mood.words.in(said)) {
                return mood;
            }
        }
        return CALM;
    }
}
