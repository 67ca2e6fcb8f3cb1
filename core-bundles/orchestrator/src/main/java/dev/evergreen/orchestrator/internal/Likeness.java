package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.ledger.ResultCache;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which requests may be answered by each other's results although they are not equal: those for pictures of the same size, style, layers
 * and references. What is to be seen is compared by its words, and the seed does not count.
 */
final class Likeness {
    private static final ShotDescription ANYTHING = new ShotDescription(
            "", Setting.UNSPECIFIED, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());

    private Likeness() {}

    /** Empty where only equal requests may share a result. */
    static Optional<ResultCache.Prompt> of(Class<?> capability, Object request) {
        if (!(request instanceof ImageRequest image)) {
            return Optional.empty();
        }
        ImageRequest scope = new ImageRequest(
                ANYTHING, image.style(), image.width(), image.height(), 0, image.layered(), image.references());
        return Optional.of(new ResultCache.Prompt(
                CanonicalRequest.digest(capability, scope),
                words(image.shot()),
                image.shot().prompt()));
    }

    /** All that a picture is made from, so that two that share a sentence are not taken for alike when their people differ. */
    private static String words(ShotDescription shot) {
        return Stream.of(
                        Stream.of(
                                shot.prompt(),
                                word(shot.setting()),
                                shot.place(),
                                shot.timeOfDay(),
                                shot.weather(),
                                shot.season(),
                                shot.mood(),
                                word(shot.size())),
                        shot.people().stream()
                                .flatMap(person -> Stream.of(
                                        person.name(), person.pose(), person.expression(), person.relation())),
                        shot.cast().stream().map(member -> member.appearance()),
                        shot.objects().stream())
                .flatMap(words -> words)
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private static String word(Enum<?> value) {
        return value.name().replace('_', ' ');
    }
}
