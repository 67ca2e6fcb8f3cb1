package dev.evergreen.provider.offline.narrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.WordTiming;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ProviderContract;
import dev.evergreen.tck.TestCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineNarratorTest extends ProviderContract<SpeechRequest, SpeechResult> {
    private static final String TEXT = "Mara knelt by the tide pool. \u201cLook, Theo \u2014 a starfish!\u201d";
    private static final OfflineNarrator NARRATOR =
            new OfflineNarrator(OfflineNarrator.programs(""), Duration.ofSeconds(30));

    @TempDir
    Path sounds;

    @Nested
    class Descriptors extends DescriptorContract {}

    @Override
    protected Provider<SpeechRequest, SpeechResult> provider() {
        return NARRATOR;
    }

    @Override
    protected SpeechRequest request() {
        return new SpeechRequest(TEXT, "en", "", Optional.empty(), "", 1);
    }

    @Override
    protected List<SpeechRequest> unsupported() {
        return List.of(
                new SpeechRequest("Guten Tag", "de", "", Optional.empty(), "", 1),
                new SpeechRequest("word ".repeat(2_000), "en", "", Optional.empty(), "", 1));
    }

    @Override
    protected List<Failure<SpeechRequest, SpeechResult>> failures() {
        SpeechRequest local = new SpeechRequest("Hello.", "en", "command", Optional.empty(), "", 1);
        return List.of(
                new Failure<>(
                        "the program fails",
                        narrator("false", Duration.ofSeconds(30)),
                        local,
                        ProviderException.Kind.BAD_RESPONSE),
                new Failure<>(
                        "the program hangs",
                        narrator("sleep 600", Duration.ofMillis(200)),
                        local,
                        ProviderException.Kind.TIMEOUT),
                new Failure<>(
                        "the program writes no sound",
                        narrator("cp /dev/null {output}", Duration.ofSeconds(30)),
                        local,
                        ProviderException.Kind.BAD_RESPONSE));
    }

    private static OfflineNarrator narrator(String command, Duration limit) {
        return new OfflineNarrator(OfflineNarrator.programs(command), limit);
    }

    @Override
    protected boolean deterministic() {
        return true;
    }

    @Override
    protected boolean interruptible() {
        return false;
    }

    @Override
    protected void check(SpeechRequest request, SpeechResult result) throws IOException {
        WaveFiles.Sound sound = WaveFiles.read(result.audio().path());
        assertEquals(48_000, sound.rate());
        assertEquals(result.duration().toNanos() / 1e9, sound.length() / 48_000.0, 0.001);
        double seconds = result.duration().toNanos() / 1e9;
        assertTrue(seconds > 2 && seconds < 8, "ten words take some seconds, but " + seconds);
        assertTrue(loudest(sound, 0, sound.length()) > 0.2, "speech can be heard");
        assertTrue(silenceAtStart(sound) < 0.1, "no long silence before the first word");
        checkWords(request.text(), result, sound);
    }

    /** Words are those of the text, in order, and there is sound where they are. */
    private static void checkWords(String text, SpeechResult result, WaveFiles.Sound sound) {
        assertEquals(10, result.words().size());
        Duration last = Duration.ZERO;
        for (WordTiming word : result.words()) {
            assertTrue(word.from().compareTo(last) >= 0, "words follow each other");
            assertTrue(word.to().compareTo(result.duration()) <= 0, "words end with the recording");
            int from = (int) (word.from().toNanos() * 48_000 / 1_000_000_000L);
            int to = (int) (word.to().toNanos() * 48_000 / 1_000_000_000L);
            assertTrue(loudest(sound, from, to) > 0.02, "sound at " + text.substring(word.start(), word.end()));
            last = word.from();
        }
        assertEquals(
                "Mara",
                text.substring(
                        result.words().get(0).start(), result.words().get(0).end()));
        WordTiming end = result.words().get(9);
        assertEquals("starfish", text.substring(end.start(), end.end()));
    }

    @Test
    void speakersDifferAndStayThemselves() throws Exception {
        CastMember mara = new CastMember("MARA", CastMember.Gender.FEMALE, CastMember.Age.ADULT, "");
        CastMember theo = new CastMember("THEO", CastMember.Gender.MALE, CastMember.Age.CHILD, "");
        String first = speak(mara, "one").voice();
        assertEquals(first, speak(mara, "two").voice());
        assertNotEquals(first, speak(theo, "three").voice());
    }

    @Test
    void otherProgramsSpeakOnlyWhereAskedFor() {
        SpeechRequest plain = request();
        SpeechRequest asked = new SpeechRequest("Guten Tag", "de", "espeak-ng:de", Optional.empty(), "", 1);
        Offer espeak = new Offer("espeak-ng", "eSpeak NG", Offer.Tier.DRAFT, "local", false, java.util.Map.of());
        assertFalse(NARRATOR.support(plain, espeak) instanceof dev.evergreen.spi.provider.Support.Supported);
        assertTrue(NARRATOR.support(asked, espeak) instanceof dev.evergreen.spi.provider.Support.Supported);
    }

    private SpeechResult speak(CastMember speaker, String name) throws Exception {
        SpeechRequest request = new SpeechRequest("Look here.", "en", "", Optional.of(speaker), "", 1);
        Outcome<SpeechResult> outcome = NARRATOR.execute(
                request,
                NARRATOR.offers().get(0),
                new TestCall(java.nio.file.Files.createDirectory(sounds.resolve(name))));
        return ((Outcome.Done<SpeechResult>) outcome).result();
    }

    private static double silenceAtStart(WaveFiles.Sound sound) {
        int at = 0;
        while (at < sound.length() && Math.abs(sound.channels()[0][at]) < 0.01) {
            at++;
        }
        return at / 48_000.0;
    }

    private static double loudest(WaveFiles.Sound sound, int from, int to) {
        double loudest = 0;
        for (int i = Math.max(0, from); i < Math.min(to, sound.length()); i++) {
            loudest = Math.max(loudest, Math.abs(sound.channels()[0][i]));
        }
        return loudest;
    }
}
