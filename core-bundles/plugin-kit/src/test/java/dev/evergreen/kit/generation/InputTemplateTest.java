package dev.evergreen.kit.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.Offer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a model's configuration makes of a request. */
class InputTemplateTest {
    private static Model model(Map<String, Long> limits, Map<String, String> options) {
        return new Model("m", Set.of("ImageGenerator"), "M", Offer.Tier.DRAFT, "us", true, Map.of(), limits, options);
    }

    private static InputTemplate template(String json) {
        return InputTemplate.of(
                model(Map.of(), Map.of("input", json)), "input", Set.of("prompt", "seconds", "start", "references"));
    }

    @Test
    void valuesKeepTheirKind() {
        assertEquals(
                Map.of("a", 5L, "b", "5", "c", "5s of x", "d", List.of("p", "q"), "e", Map.of("f", List.of(5L))),
                template("""
                                {"a": "{seconds}", "b": "{seconds:text}", "c": "{seconds}s of {prompt}", "d": "{references}",
                                 "e": {"f": ["{seconds}"]}}""").filled(Map.of("seconds", 5L, "prompt", "x", "references", List.of("p", "q"))));
    }

    @Test
    void whatHasNoValueIsLeftOut() {
        assertEquals(
                Map.of("prompt", "x", "list", List.of(), "fixed", true),
                template("{\"prompt\": \"{prompt}\", \"image\": \"{start}\", \"list\": [\"{start}\"], \"fixed\": true}")
                        .filled(Map.of("prompt", "x")));
    }

    @Test
    void valuesAreNotReadAsTemplates() {
        assertEquals(
                Map.of("a", "{seconds} $1 \\", "b", "say {seconds} $1 \\"),
                template("{\"a\": \"{prompt}\", \"b\": \"say {prompt}\"}")
                        .filled(Map.of("prompt", "{seconds} $1 \\", "seconds", 5L)));
    }

    @Test
    void whatCannotBeFilledIsNamed() {
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> template("{\"a\": \"{prompts}\"}"));
        assertTrue(String.valueOf(unknown.getMessage()).contains("prompts"), unknown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> template("no JSON"));
        assertThrows(IllegalArgumentException.class, () -> template(""));
    }

    @Test
    void sizesHaveTheVendorsWord() {
        Model model = model(Map.of(), Map.of("sizes", "1024x1024=square,1344x768=16:9,640x360"));
        assertEquals(new Shapes.Sized(1344, 768, "16:9"), Shapes.size(model, 1920, 1097));
        assertEquals(new Shapes.Sized(640, 360, "640x360"), Shapes.size(model, 1920, 1080));
        assertEquals(new Shapes.Sized(1024, 1024, "square"), Shapes.size(model, 500, 500));
    }

    @Test
    void freeSizesKeepToTheLimits() {
        Model model = model(
                Map.of("side-multiple", 32L, "smallest-side", 256L, "largest-side", 1440L, "pixels", 1_000_000L),
                Map.of());
        Shapes.Sized large = Shapes.size(model, 3840, 2160);
        assertEquals(new Shapes.Sized(1312, 736, "1312x736"), large);
        assertEquals(new Shapes.Sized(256, 256, "256x256"), Shapes.size(model, 1, 1));
        assertEquals(new Shapes.Sized(640, 480, "640x480"), Shapes.size(model, 640, 480));
    }

    @Test
    void theNextLongerLengthIsTaken() {
        Model model = model(Map.of(), Map.of("seconds", "10,2-5"));
        assertEquals(Optional.of(Duration.ofSeconds(3)), Shapes.length(model, Duration.ofMillis(2_001)));
        assertEquals(Optional.of(Duration.ofSeconds(10)), Shapes.length(model, Duration.ofMillis(5_001)));
        assertEquals(Optional.empty(), Shapes.length(model, Duration.ofSeconds(11)));
        assertEquals(6, Shapes.seed(model(Map.of("largest-seed", 9L), Map.of()), -4));
    }
}
