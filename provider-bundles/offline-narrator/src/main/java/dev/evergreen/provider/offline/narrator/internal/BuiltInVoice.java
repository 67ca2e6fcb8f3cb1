package dev.evergreen.provider.offline.narrator.internal;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.ProcessException;
import com.sun.speech.freetts.Token;
import com.sun.speech.freetts.Tokenizer;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import com.sun.speech.freetts.relp.LPCResult;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * FreeTTS's 16 kHz diphone voice. The synthesizer holds its settings in fields, so it speaks one text at a time; it is some fifty times
 * faster than speech.
 */
final class BuiltInVoice {
    private static final String VOICE = "kevin16";
    private static final float WORDS_A_MINUTE = 158;
    private static final double BYTE_PAIR = 32768.0;

    private @Nullable Voice voice;

    /** What is asked of the speaker beyond the persona: the pace, 1 is the persona's own. */
    synchronized Recording speak(String text, Persona persona, double rate) throws ProviderException {
        Voice speaker = voice();
        // Reading the samples `size` times faster divides every length and multiplies every pitch by it.
        speaker.setPitch((float) (persona.pitch() / persona.size()));
        speaker.setPitchRange((float) (persona.pitchRange() / persona.size()));
        speaker.setDurationStretch((float) (persona.pace() * persona.size() / rate));
        Pieces pieces = new Pieces(persona.size());
        Spelling spelling = new Spelling(text);
        for (List<Token> sentence : sentences(speaker, spelling.speakable())) {
            try {
                pieces.add(process(speaker, sentence), spelling);
            } catch (ProcessException | RuntimeException e) {
                throw new ProviderException(
                        ProviderException.Kind.INVALID_REQUEST,
                        "The built-in narrator cannot pronounce '" + text + "'; write it differently.",
                        e);
            }
        }
        return pieces.recording();
    }

    private Voice voice() throws ProviderException {
        Voice ready = voice;
        if (ready == null) {
            ready = Arrays.stream(new KevinVoiceDirectory().getVoices())
                    .filter(candidate -> candidate.getName().equals(VOICE))
                    .findFirst()
                    .orElseThrow(() -> new ProviderException(
                            ProviderException.Kind.UNAVAILABLE, "The built-in voice " + VOICE + " is missing."));
            // A queue of our own keeps the library from starting a thread that would outlive the bundle.
            ready.setOutputQueue(new OutputQueue());
            ready.allocate();
            ready.setRate(WORDS_A_MINUTE);
            voice = ready;
        }
        return ready;
    }

    private static List<List<Token>> sentences(Voice speaker, String text) {
        Tokenizer tokenizer = speaker.getTokenizer();
        tokenizer.setInputText(text);
        List<List<Token>> sentences = new ArrayList<>();
        List<Token> sentence = new ArrayList<>();
        while (tokenizer.hasMoreTokens()) {
            Token token = tokenizer.getNextToken();
            if (tokenizer.isBreak() && !sentence.isEmpty()) {
                sentences.add(sentence);
                sentence = new ArrayList<>();
            }
            sentence.add(token);
        }
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
        return sentences;
    }

    private static Utterance process(Voice speaker, List<Token> sentence) throws ProcessException {
        Utterance utterance = new Utterance(speaker, sentence);
        for (Object processor : speaker.getUtteranceProcessors()) {
            ((UtteranceProcessor) processor).processUtterance(utterance);
        }
        return utterance;
    }

    /** Gathers sentences into one sound and one list of word times. */
    private static final class Pieces {
        private final double size;
        private final List<float[]> sounds = new ArrayList<>();
        private final List<WordTiming> words = new ArrayList<>();
        private long samples;
        private int rate = 16_000;

        Pieces(double size) {
            this.size = size;
        }

        void add(Utterance utterance, Spelling spelling) {
            LPCResult result = (LPCResult) utterance.getObject("target_lpcres");
            rate = result.getSampleRate();
            for (Item token = utterance.getRelation("Token").getHead(); token != null; token = token.getNext()) {
                word(token, spelling);
            }
            float[] sound = decode(result.getWaveSamples());
            sounds.add(sound);
            samples += sound.length;
        }

        private void word(Item token, Spelling spelling) {
            Item first = null;
            Item last = null;
            for (Item word = token.getDaughter(); word != null; word = word.getNext()) {
                Item structure = word.getItemAs("SylStructure");
                for (Item syllable = structure == null ? null : structure.getDaughter();
                        syllable != null;
                        syllable = syllable.getNext()) {
                    for (Item sound = syllable.getDaughter(); sound != null; sound = sound.getNext()) {
                        last = sound.getItemAs("Segment");
                        first = first == null ? last : first;
                    }
                }
            }
            Spelling.@Nullable Place place = spelling.find(token.toString());
            if (first != null && last != null && place != null) {
                Item before = first.getPrevious();
                words.add(new WordTiming(
                        place.start(), place.end(), time(before == null ? 0 : end(before)), time(end(last))));
            }
        }

        private static double end(Item segment) {
            return segment.getFeatures().getFloat("end");
        }

        private Duration time(double seconds) {
            double atRecordedPace = (double) samples / rate + seconds;
            return Duration.ofNanos(Math.round(atRecordedPace / size * 1e9));
        }

        private static float[] decode(byte[] bytes) {
            float[] sound = new float[bytes.length / 2];
            for (int i = 0; i < sound.length; i++) {
                sound[i] = (float) ((short) (bytes[2 * i] << 8 | bytes[2 * i + 1] & 0xff) / BYTE_PAIR);
            }
            return sound;
        }

        Recording recording() {
            float[] all = new float[(int) samples];
            int at = 0;
            for (float[] sound : sounds) {
                System.arraycopy(sound, 0, all, at, sound.length);
                at += sound.length;
            }
            return new Recording(Resampler.resample(all, rate * size, Polish.RATE), Polish.RATE, words);
        }
    }

    /** Maps the letters that the synthesizer does not know to ones it does, one for one, so that places in the text stay. */
    static final class Spelling {
        private final String speakable;
        private int cursor;

        Spelling(String text) {
            StringBuilder letters = new StringBuilder(text.length());
            text.chars().forEach(letter -> letters.append(speakable((char) letter)));
            this.speakable = letters.toString();
        }

        record Place(int start, int end) {}

        String speakable() {
            return speakable;
        }

        /** The next place where the token stands. */
        @Nullable
        Place find(String token) {
            int start = speakable.toLowerCase(Locale.ROOT).indexOf(token.strip().toLowerCase(Locale.ROOT), cursor);
            if (start < 0 || token.isBlank()) {
                return null;
            }
            cursor = start + token.strip().length();
            return new Place(start, cursor);
        }

        private static char speakable(char letter) {
            return switch (letter) {
                case '\u2018', '\u2019', '\u02bc' -> '\'';
                case '\u201c', '\u201d', '\u00ab', '\u00bb' -> ' ';
                case '"' -> ' ';
                case '\u2013', '\u2014', '\u2026' -> ',';
                case '\u00a0' -> ' ';
                default -> letter < 128 ? letter : unaccented(letter);
            };
        }

        private static char unaccented(char letter) {
            char base = java.text.Normalizer.normalize(String.valueOf(letter), java.text.Normalizer.Form.NFD)
                    .charAt(0);
            return base < 128 ? base : ' ';
        }
    }
}
