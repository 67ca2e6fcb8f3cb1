package dev.evergreen.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.itests.NodeUnderTest.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captions appear when their words are heard, measured in the sound of the finished film. */
class CaptionTimingTest {
    private static final double TOLERANCE_SECONDS = 0.1;
    /** Without music, so that the silence before a sentence can be heard; every caption begins a sentence. */
    private static final Map<String, String> CHOICES = Map.of("preset", "240p24", "music", "none");

    private static final String SCRIPT = """
            Title: The Clockmaker

            INT. WORKSHOP - NIGHT

            An old clockmaker sits at a wooden table. Clocks hang on the wall.

            NARRATOR (V.O.)
            Seven clocks hung on the wall of the workshop by the sea. Not one of them agreed.

            CLARA, 10, in a green dress, stands beside the table.

            CLARA
            Which one is right?

            MARTIN
            (softly)
            Ask me tomorrow at noon, when the ships come home. Then we shall see.

            CLARA
            Promise!

            EXT. HARBOUR - DAY

            Three ships sail into the harbour.

            NARRATOR (V.O.)
            They came at noon. Every clock struck at once.
            """;

    @TempDir
    private Path folder;

    @Test
    void captionsBeginWhenTheirWordsAreHeard() throws IOException, InterruptedException {
        try (NodeUnderTest node = NodeUnderTest.start(new Start(folder.resolve("data")))) {
            ProductionUnderTest production = ProductionUnderTest.begin(node, SCRIPT, CHOICES);
            DecodedFilm film = production.film(node, production.awaitFilm(node), folder.resolve("film.mp4"));
            List<Caption> captions = captions(node, production);
            List<Double> onsets = onsets(film.sound());

            assertTrue(captions.size() >= 6, "too few captions: " + captions);
            List<String> late = new ArrayList<>();
            for (Caption caption : captions) {
                double offset = offset(caption.seconds(), onsets);
                System.out.printf("FIGURE caption minus speech: %+.0f ms, %s%n", offset * 1000, caption.text());
                if (Math.abs(offset) > TOLERANCE_SECONDS) {
                    late.add(caption + " is " + offset + " s off");
                }
            }
            assertEquals(List.of(), late);
            // Were speech to begin everywhere, anything would fit.
            long fitLater = captions.stream()
                    .filter(caption -> Math.abs(offset(caption.seconds() + 0.35, onsets)) <= TOLERANCE_SECONDS)
                    .count();
            assertTrue(fitLater <= captions.size() / 2, fitLater + " captions would also fit 0.35 s later");
        }
    }

    private record Caption(double seconds, String text) {}

    private static List<Caption> captions(NodeUnderTest node, ProductionUnderTest production)
            throws IOException, InterruptedException {
        JsonNode timeline = NodeUnderTest.data(node.get("/api/v1/projects/" + production.project() + "/timeline"))
                .path("timeline");
        JsonNode rate = timeline.path("canvas").path("frameRate");
        double framesPerSecond =
                rate.path("numerator").asDouble() / rate.path("denominator").asDouble();
        JsonNode clips = timeline.path("captionTracks").path(0).path("clips");
        return StreamSupport.stream(clips.spliterator(), false)
                .map(clip -> new Caption(
                        clip.path("startFrame").asLong() / framesPerSecond,
                        clip.path("text").asText()))
                .toList();
    }

    private static double offset(double seconds, List<Double> onsets) {
        return onsets.stream()
                .map(onset -> seconds - onset)
                .min((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
                .orElse(Double.MAX_VALUE);
    }

    /** Where sound of at least a thirtieth of the usual speech's level follows upon 80 ms of less. */
    private static List<Double> onsets(float[] sound) {
        int window = DecodedFilm.SAMPLE_RATE / 200;
        double[] levels = new double[sound.length / window];
        for (int w = 0; w < levels.length; w++) {
            double power = 0;
            for (int i = w * window; i < (w + 1) * window; i++) {
                power += sound[i] * sound[i];
            }
            levels[w] = Math.sqrt(power / window);
        }
        double[] sorted = DoubleStream.of(levels).sorted().toArray();
        double threshold = sorted[sorted.length * 9 / 10] / 30;
        assertTrue(
                Arrays.stream(levels).filter(level -> level < threshold).count() > levels.length / 10,
                "there is no silence to tell speech from");
        List<Double> onsets = new ArrayList<>();
        int quiet = 0;
        for (int w = 0; w < levels.length; w++) {
            if (levels[w] < threshold) {
                quiet++;
                continue;
            }
            if (quiet >= 16) {
                onsets.add((double) w * window / DecodedFilm.SAMPLE_RATE);
            }
            quiet = 0;
        }
        return onsets;
    }
}
