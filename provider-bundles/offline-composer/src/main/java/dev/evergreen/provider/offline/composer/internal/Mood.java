package dev.evergreen.provider.offline.composer.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a mood word means in music. Progressions are scale degrees (0 is the tonic) of four or eight bars. */
enum Mood {
    CALM(72, Scale.MAJOR, 62, 0.35, Texture.PIANO, new int[][] {{0, 4, 5, 3}, {0, 2, 3, 4}, {3, 0, 3, 4}}),
    WARM(80, Scale.MAJOR, 65, 0.45, Texture.STRINGS, new int[][] {{0, 5, 3, 4}, {0, 3, 0, 4}, {5, 3, 0, 4}}),
    HAPPY(104, Scale.MAJOR, 60, 0.7, Texture.PLUCKED, new int[][] {{0, 3, 0, 4}, {0, 5, 1, 4}, {3, 4, 0, 5}}),
    PLAYFUL(112, Scale.MAJOR, 67, 0.75, Texture.PLUCKED, new int[][] {{0, 4, 0, 4}, {1, 4, 0, 5}, {3, 3, 0, 4}}),
    WONDER(76, Scale.LYDIAN, 65, 0.5, Texture.BELLS, new int[][] {{0, 1, 0, 1}, {5, 3, 0, 1}, {0, 2, 3, 1}}),
    SAD(63, Scale.MINOR, 57, 0.3, Texture.PIANO, new int[][] {{0, 5, 2, 6}, {0, 3, 5, 4}, {3, 0, 5, 6}}),
    TENSE(88, Scale.MINOR, 52, 0.55, Texture.STRINGS, new int[][] {{0, 0, 5, 4}, {0, 5, 0, 6}, {3, 0, 5, 4}}),
    MYSTERIOUS(70, Scale.DORIAN, 57, 0.4, Texture.BELLS, new int[][] {{0, 3, 0, 6}, {0, 2, 3, 0}, {5, 3, 6, 0}}),
    ADVENTUROUS(
            108, Scale.MIXOLYDIAN, 57, 0.75, Texture.STRINGS, new int[][] {{0, 6, 3, 0}, {0, 4, 6, 3}, {5, 6, 0, 0}}),
    FOCUSED(92, Scale.DORIAN, 60, 0.6, Texture.PLUCKED, new int[][] {{0, 3, 0, 3}, {0, 6, 3, 4}, {2, 3, 0, 0}});

    private static final Map<String, Mood> WORDS = Map.ofEntries(
            Map.entry("peaceful", CALM),
            Map.entry("quiet", CALM),
            Map.entry("tender", WARM),
            Map.entry("hopeful", WARM),
            Map.entry("romantic", WARM),
            Map.entry("nostalgic", WARM),
            Map.entry("joyful", HAPPY),
            Map.entry("cheerful", HAPPY),
            Map.entry("upbeat", HAPPY),
            Map.entry("bright", HAPPY),
            Map.entry("funny", PLAYFUL),
            Map.entry("magical", WONDER),
            Map.entry("dreamy", WONDER),
            Map.entry("curious", WONDER),
            Map.entry("melancholic", SAD),
            Map.entry("lonely", SAD),
            Map.entry("afraid", TENSE),
            Map.entry("angry", TENSE),
            Map.entry("dark", TENSE),
            Map.entry("dramatic", TENSE),
            Map.entry("eerie", MYSTERIOUS),
            Map.entry("epic", ADVENTUROUS),
            Map.entry("exciting", ADVENTUROUS),
            Map.entry("heroic", ADVENTUROUS),
            Map.entry("neutral", FOCUSED),
            Map.entry("explainer", FOCUSED),
            Map.entry("curiosity", WONDER),
            Map.entry("excited", HAPPY));

    private final int beatsPerMinute;
    private final Scale scale;
    private final int tonic;
    private final double energy;
    private final Texture texture;
    private final int[][] progressions;

    Mood(int beatsPerMinute, Scale scale, int tonic, double energy, Texture texture, int[][] progressions) {
        this.beatsPerMinute = beatsPerMinute;
        this.scale = scale;
        this.tonic = tonic;
        this.energy = energy;
        this.texture = texture;
        this.progressions = progressions;
    }

    /** Which timbre leads. */
    enum Texture {
        PIANO,
        STRINGS,
        PLUCKED,
        BELLS
    }

    /** A mode as semitones above its tonic. */
    enum Scale {
        MAJOR(0, 2, 4, 5, 7, 9, 11),
        LYDIAN(0, 2, 4, 6, 7, 9, 11),
        MIXOLYDIAN(0, 2, 4, 5, 7, 9, 10),
        DORIAN(0, 2, 3, 5, 7, 9, 10),
        MINOR(0, 2, 3, 5, 7, 8, 10);

        private final int[] steps;

        Scale(int... steps) {
            this.steps = steps;
        }

        /** Semitones above the tonic of any degree, also below zero and above an octave. */
        int semitones(int degree) {
            return steps[Math.floorMod(degree, steps.length)] + 12 * Math.floorDiv(degree, steps.length);
        }
    }

    int beatsPerMinute() {
        return beatsPerMinute;
    }

    /** MIDI number of the scale's degree, the tonic around middle C. */
    int note(int degree) {
        return tonic + scale.semitones(degree);
    }

    /** 0 (sparse) to 1 (busy). */
    double energy() {
        return energy;
    }

    Texture texture() {
        return texture;
    }

    int[] progression(int section) {
        return progressions[Math.floorMod(section, progressions.length)];
    }

    /** The mood that a word means; an unknown word is calm, which disturbs least. */
    static Mood of(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(mood -> mood.word().equals(wanted))
                .findFirst()
                .orElse(WORDS.getOrDefault(wanted, CALM));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Mood::word).toList();
    }
}
