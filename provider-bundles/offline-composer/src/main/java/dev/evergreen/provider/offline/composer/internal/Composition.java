package dev.evergreen.provider.offline.composer.internal;

import dev.evergreen.provider.offline.composer.internal.Mood.Texture;
import dev.evergreen.provider.offline.composer.internal.Note.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes the score: an opening, verses with one motif that comes back changed, a cadence on the tonic that rings out at the exact end.
 * The tempo gives way a little so that whole bars fill the time.
 */
final class Composition {
    private static final int BEATS = 4;
    private static final int BARS_A_SECTION = 4;
    private static final double RING_OUT = 3.2;

    private final Mood mood;
    private final SplittableRandom random;
    private final List<Note> notes = new ArrayList<>();
    private final int bars;
    private final double beat;
    private final int[] motif;
    private final double[] motifRhythm;
    private int[] voicing = {0, 0, 0};

    private Composition(Mood mood, double seconds, long seed) {
        this.mood = mood;
        this.random = new SplittableRandom(seed ^ mood.ordinal() * 0x9E3779B97F4A7C15L);
        double usualBar = BEATS * 60.0 / mood.beatsPerMinute();
        double playing = Math.max(usualBar, seconds - Math.min(RING_OUT, seconds * 0.3));
        this.bars = Math.max(1, (int) Math.round(playing / usualBar));
        this.beat = playing / bars / BEATS;
        this.motif = motif();
        this.motifRhythm = rhythm();
    }

    static List<Note> write(Mood mood, double seconds, long seed) {
        Composition composition = new Composition(mood, seconds, seed);
        for (int bar = 0; bar < composition.bars; bar++) {
            composition.bar(bar);
        }
        composition.end(seconds);
        return composition.notes;
    }

    private void bar(int bar) {
        int section = bar / BARS_A_SECTION;
        int[] progression = mood.progression(section);
        boolean last = bar == bars - 1;
        int degree = last ? 4 : progression[bar % progression.length];
        boolean opening = bar < 2 && bars > 5;
        double at = bar * BEATS * beat;
        double rise = Math.min(1, 0.55 + bar * 0.12) * (bars - bar <= 2 ? 0.85 : 1);
        lead(degree);
        pad(at, rise);
        if (!opening) {
            bass(degree, at, rise);
        }
        figure(at, rise * (opening ? 0.8 : 1), section);
        boolean sings = !opening && !last && section % 3 != 2 && bar % 2 == 0;
        if (sings) {
            melody(degree, at, rise, section);
        }
        if (mood.energy() > 0.58 && !opening && !last) {
            shaker(at, rise);
        }
    }

    /** Moves each voice of the chord to the nearest tone, as singers would. */
    private void lead(int degree) {
        int[] tones = {degree, degree + 2, degree + 4};
        int[] next = new int[3];
        for (int voice = 0; voice < 3; voice++) {
            int wanted = voicing[voice] == 0 ? mood.note(0) + 4 * voice - 5 : voicing[voice];
            next[voice] = nearest(tones[voice], wanted);
        }
        voicing = next;
    }

    private int nearest(int degree, int wanted) {
        int best = mood.note(degree);
        for (int octave = -2; octave <= 1; octave++) {
            int candidate = mood.note(degree + 7 * octave);
            if (Math.abs(candidate - wanted) < Math.abs(best - wanted)) {
                best = candidate;
            }
        }
        return best;
    }

    private void pad(double at, double loud) {
        double share = mood.texture() == Texture.STRINGS ? 0.5 : 0.34;
        for (int voice = 0; voice < voicing.length; voice++) {
            notes.add(new Note(Part.PAD, at, BEATS * beat * 1.04, voicing[voice], share * loud, (voice - 1) * 0.55));
        }
    }

    private void bass(int degree, double at, double loud) {
        int key = mood.note(degree) - 24;
        int root = key < 33 ? key + 12 : key;
        notes.add(new Note(Part.BASS, at, beat * (mood.energy() > 0.5 ? 1.8 : 3.6), root, 0.5 * loud, 0));
        if (mood.energy() > 0.5) {
            int fifth = mood.note(degree + 4) - 24;
            notes.add(new Note(Part.BASS, at + 2 * beat, beat * 1.7, fifth < 33 ? fifth + 12 : fifth, 0.38 * loud, 0));
        }
    }

    /** A broken chord whose pattern changes with the section. */
    private void figure(double at, double loud, int section) {
        int steps = mood.energy() > 0.62 ? 8 : mood.energy() > 0.38 ? 6 : 4;
        int[][] patterns = {{0, 1, 2, 1}, {0, 2, 1, 2}, {2, 1, 0, 1}, {0, 1, 2, 3}};
        int[] pattern = patterns[Math.floorMod(section + motif[0], patterns.length)];
        Part part = mood.texture() == Texture.PLUCKED ? Part.PLUCK : Part.PIANO;
        double step = BEATS * beat / steps;
        for (int i = 0; i < steps; i++) {
            int tone = pattern[i % pattern.length];
            int key = voicing[tone % 3] + (tone >= 3 ? 12 : 0) + (part == Part.PLUCK ? 12 : 0);
            double accent = i == 0 ? 1 : i % 2 == 0 ? 0.82 : 0.68;
            double human = 0.94 + 0.12 * random.nextDouble();
            double late = random.nextDouble() * 0.012;
            notes.add(new Note(
                    part, at + i * step + late, step * 1.9, key, 0.36 * loud * accent * human, (tone - 1) * 0.35));
        }
    }

    private void melody(int degree, double at, double loud, int section) {
        Part part = mood.texture() == Texture.BELLS || mood.energy() > 0.6 ? Part.BELL : Part.PIANO;
        double when = at;
        boolean answer = section % 2 == 1;
        for (int i = 0; i < motif.length; i++) {
            int step = answer && i == motif.length - 1 ? 0 : motif[i];
            int key = nearest(degree + step, mood.note(0) + 14);
            notes.add(new Note(part, when, motifRhythm[i] * beat * 1.3, key, 0.33 * loud, 0.15));
            when += motifRhythm[i] * beat;
        }
    }

    private void shaker(double at, double loud) {
        for (int i = 0; i < 8; i++) {
            double velocity = (i % 2 == 1 ? 0.16 : 0.09) * loud * (0.85 + 0.3 * random.nextDouble());
            notes.add(new Note(Part.SHAKER, at + i * beat / 2, 0.05, 60, velocity, -0.3));
        }
    }

    /** The tonic, let ring. */
    private void end(double seconds) {
        double at = bars * BEATS * beat;
        double left = seconds - at;
        lead(0);
        for (int voice = 0; voice < voicing.length; voice++) {
            notes.add(new Note(Part.PAD, at, left * 0.5, voicing[voice], 0.36, (voice - 1) * 0.55));
            notes.add(new Note(Part.PIANO, at + voice * 0.06, left, voicing[voice], 0.32, (voice - 1) * 0.35));
        }
        notes.add(new Note(
                Part.BASS, at, left * 0.6, mood.note(0) - 12 > 45 ? mood.note(0) - 24 : mood.note(0) - 12, 0.4, 0));
        notes.add(new Note(Part.BELL, at + 0.25, left, mood.note(0) + 12, 0.2, 0.2));
    }

    private int[] motif() {
        int[] steps = new int[5];
        int[] chordTones = {0, 2, 4};
        int at = chordTones[random.nextInt(3)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = at;
            at = i % 2 == 0
                    ? at + (random.nextBoolean() ? 1 : -1)
                    : chordTones[random.nextInt(3)] + (random.nextInt(4) == 0 ? 7 : 0);
        }
        return steps;
    }

    private double[] rhythm() {
        double[][] rhythms = {{1, 1, 2, 1, 3}, {1.5, 0.5, 2, 1, 3}, {2, 1, 1, 2, 2}, {0.5, 0.5, 1, 2, 4}};
        return rhythms[random.nextInt(rhythms.length)];
    }
}
