package dev.evergreen.productions.internal;

import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.productions.internal.StepData.IllustrateInput;
import dev.evergreen.productions.internal.StepData.NarrateInput;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.PromptRequest;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.SpokenLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What steps ask of providers. Estimates ask for the price of the very same requests. */
final class StepRequests {
    private StepRequests() {}

    static SpeechRequest speech(NarrateInput input, SpokenLine line) {
        Optional<CastMember> speaker = input.cast().stream()
                .filter(member -> member.name().equals(line.speaker()))
                .findFirst();
        String voice = speaker.isPresent() ? "" : input.choices().voice();
        return new SpeechRequest(line.text(), input.choices().language(), voice, speaker, line.delivery(), 1);
    }

    /** @param scale of the picture's width and height, by the quality that is wanted */
    static ImageRequest picture(IllustrateInput input, double scale) {
        FilmFormat film = input.choices().film();
        ShotDescription shot = input.shot().picture();
        return new ImageRequest(
                input.notes().isBlank() ? shot : withPrompt(shot, shot.prompt() + " " + input.notes()),
                input.choices().style(),
                FilmFormat.even(film.pictureWidth() * scale),
                FilmFormat.even(film.pictureHeight() * scale),
                seed(input),
                true,
                List.of());
    }

    static PromptRequest prompt(ImageRequest written) {
        return new PromptRequest(written.shot(), written.style());
    }

    /** @param length of the film */
    static MusicRequest music(Divided divided, Duration length) {
        String asked = divided.choices().music();
        return new MusicRequest(
                asked.isBlank() ? mood(divided) : asked,
                "",
                length,
                divided.plan().title().hashCode());
    }

    static ShotDescription withPrompt(ShotDescription shot, String prompt) {
        return new ShotDescription(
                prompt,
                shot.setting(),
                shot.place(),
                shot.timeOfDay(),
                shot.weather(),
                shot.season(),
                shot.mood(),
                shot.size(),
                shot.people(),
                shot.cast(),
                shot.objects());
    }

    /** The same shot gets the same picture in every production, until another one is asked for. */
    private static long seed(IllustrateInput input) {
        return UUID.nameUUIDFromBytes((input.shot().id() + "/" + input.variation()).getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }

    /** The mood of most shots. */
    private static String mood(Divided divided) {
        Map<String, Long> shots = divided.plan().scenes().stream()
                .flatMap(scene -> scene.shots().stream().map(shot -> scene))
                .map(ScenePlan::mood)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return shots.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Long>>comparingLong(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("calm");
    }
}
