package dev.evergreen.provider.openai.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.TranscriptionRequest;
import dev.evergreen.spi.provider.TranscriptionResult;
import dev.evergreen.spi.provider.WordTiming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenAiTranscriptionTest extends OpenAiContract<TranscriptionRequest, TranscriptionResult> {
    private final MediaFile recording = recording();

    @TempDir
    Path files;

    private static MediaFile recording() {
        Path file = OpenAiVendor.file(".wav", new byte[0]);
        try {
            WaveFiles.write(new WaveFiles.Sound(8_000, new float[][] {new float[24_000]}), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MediaFile(file, "audio/wav");
    }

    @Override
    Provider<TranscriptionRequest, TranscriptionResult> provider(OpenAiAccount account) {
        return new OpenAiTranscription(account);
    }

    @Override
    protected String orderPath() {
        return "/audio/transcriptions";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/audio/transcriptions").willReturn(okJson("""
                {"task":"transcribe","language":"english","duration":3.0,"text":"Hello, brave new World.",
                 "words":[{"word":"Hello","start":0.0,"end":0.5},{"word":"brave","start":0.6,"end":1.0},
                          {"word":"new","start":1.0,"end":1.2},{"word":"world","start":1.25,"end":2.0}],
                 "usage":{"type":"duration","seconds":3}}""")));
    }

    @Override
    protected TranscriptionRequest request() {
        return new TranscriptionRequest(recording, "en-GB");
    }

    @Override
    protected List<TranscriptionRequest> unsupported() {
        return List.of(
                new TranscriptionRequest(new MediaFile(Path.of("nowhere.wav"), "audio/wav"), ""),
                new TranscriptionRequest(new MediaFile(recording.path(), "image/png"), ""));
    }

    @Override
    protected void check(TranscriptionRequest request, TranscriptionResult result) {
        assertEquals("en", result.language());
        assertEquals(4, result.words().size());
        assertEquals(
                new WordTiming(17, 22, Duration.ofMillis(1250), Duration.ofSeconds(2)),
                result.words().get(3));
    }

    @Test
    void theRecordingsLengthIsPaid() throws Exception {
        Provider<TranscriptionRequest, TranscriptionResult> provider = provider();
        Offer whisper = provider.offers().get(0);
        Quote.Known quote = (Quote.Known) provider.quote(request(), whisper);
        assertEquals(Money.usd("0.0003"), quote.expected());
        Outcome.Done<TranscriptionResult> done =
                (Outcome.Done<TranscriptionResult>) provider.execute(request(), whisper, call(files));
        assertEquals(Optional.of(Money.usd("0.0003")), done.charge());
    }

    @Test
    void modelsWithoutTimesAreNotAskedForThem() throws Exception {
        vendor().stub(post("/v1/audio/transcriptions").willReturn(okJson("{\"text\":\"Hello.\"}")));
        Provider<TranscriptionRequest, TranscriptionResult> provider = provider();
        Outcome.Done<TranscriptionResult> done = (Outcome.Done<TranscriptionResult>)
                provider.execute(request(), provider.offers().get(1), call(files));
        assertEquals(List.of(), done.result().words());
        assertEquals("en-GB", done.result().language());
    }
}
