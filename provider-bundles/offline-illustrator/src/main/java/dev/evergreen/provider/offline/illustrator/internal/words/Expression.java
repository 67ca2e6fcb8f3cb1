package dev.evergreen.provider.offline.illustrator.internal.words;

/** What a face shows. */
public enum Expression {
    HAPPY("happy|happi\\w*|joy\\w*|smil\\w*|laugh\\w*|glad|delight\\w*|grin\\w*|proud|excited|cheer\\w*|amused"),
    CRYING("cry\\w*|cries|tears?|tearful|weep\\w*|sob\\w*"),
    SAD("sad\\w*|upset|hurt|lonely|unhappy|disappoint\\w*|worried|grie\\w*"),
    AFRAID("afraid|fear\\w*|scared|terrified|frightened|nervous|anxious|alarm\\w*|panic\\w*"),
    SURPRISED("surpris\\w*|shock\\w*|astonish\\w*|amazed|awe\\w*|wonder\\w*|gasp\\w*|curious|startled"),
    ANGRY("ang(e)?r\\w*|furious|cross|mad|annoyed|stern|fierce|determined|rage"),
    SLEEPING("sleep\\w*|asleep|dream\\w*|closed eyes|dozing"),
    THOUGHTFUL("thoughtful|pensive|think\\w*|serious|concentrat\\w*|focus\\w*|doubt\\w*|puzzled|confused|tired"),
    CALM("calm|gentle|peace\\w*|neutral|kind|quiet|relaxed|tender");

    private final WordPattern words;

    Expression(String words) {
        this.words = new WordPattern(words);
    }

    /** The expression that was asked for, else the one that goes with the mood. */
    static Expression read(String said, Mood mood) {
        for (Expression expression : values()) {
            if (expression.words.in(said)) {
                return expression;
            }
        }
        return switch (mood) {
            case SAD -> SAD;
            case TENSE -> AFRAID;
            case MYSTERY -> THOUGHTFUL;
            case JOY -> HAPPY;
            case CALM -> CALM;
        };
    }
}
