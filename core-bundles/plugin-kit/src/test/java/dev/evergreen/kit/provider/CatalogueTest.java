package dev.evergreen.kit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.TextGenerator;
import dev.evergreen.spi.script.CastMember;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static Settings settings(Map<String, ?> configured) {
        return Settings.of(CatalogueTest.class, "acme", configured);
    }

    private static List<String> texts(Map<String, ?> configured) {
        return Catalogue.of(settings(configured)).offers(TextGenerator.class).stream()
                .map(Offer::id)
                .toList();
    }

    @Test
    void theDescriptorSaysWhatIsNotConfigured() {
        Settings settings = settings(Map.of(ProviderProperties.ACCOUNT, "main", "timeout", 5L));
        assertEquals(URI.create("https://api.acme.test/v1"), settings.address("baseUrl"));
        assertEquals(5, settings.whole("timeout"));
        assertEquals("main", settings.account());
        assertEquals("2026-11-22", settings.asOf("models"));
        assertEquals(Map.of(ProviderProperties.ACCOUNT, "main"), settings.engineProperties());
    }

    @Test
    void aSettingThatCannotBeReadIsNamed() {
        for (String address : List.of("ftp://x", "no address", "https:")) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> settings(Map.of("baseUrl", address)).address("baseUrl"))
                    .getMessage();
            assertTrue(message.contains("baseUrl") && message.contains(address), message);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> settings(Map.of("timeout", "soon")).whole("timeout"));
    }

    @Test
    void anAccountAddsChangesAndTakesAwayModels() {
        assertEquals(List.of("acme-large", "acme-small"), texts(Map.of()));
        String models = """
                [{"id":"acme-new","capabilities":["TextGenerator"],"prices":{"output-token":"2/1M"}},
                 {"id":"acme-small","disabled":true},
                 {"id":"acme-large","prices":{"output-token":"9/1M"}}]""";
        assertEquals(List.of("acme-large", "acme-new"), texts(Map.of("models", models)));
        assertEquals(
                List.of("acme-new"),
                texts(Map.of(
                        "ownModels", true, "models", "[{\"id\":\"acme-new\",\"capabilities\":[\"TextGenerator\"]}]")));
        Catalogue catalogue = Catalogue.of(settings(Map.of("models", models)));
        Model large = catalogue.model(catalogue.offers(TextGenerator.class).get(0));
        assertEquals(
                0,
                new BigDecimal("0.000009").compareTo(large.price("output-token").orElseThrow()));
        assertEquals(
                0,
                new BigDecimal("0.000001")
                        .compareTo(large.price("nothing", "input-token").orElseThrow()));
        assertEquals(Offer.Tier.HIGH, large.tier());
    }

    @Test
    void whatCannotBeReadIsNamed() {
        for (String models : List.of(
                "no json",
                "[{\"capabilities\":[\"TextGenerator\"]}]",
                "[{\"id\":\"bare\"}]",
                "[{\"id\":\"x\",\"capabilities\":[\"TextGenerator\"],\"tier\":\"best\"}]",
                "[{\"id\":\"x\",\"capabilities\":[\"TextGenerator\"],\"prices\":{\"input-token\":\"cheap\"}}]")) {
            assertThrows(IllegalArgumentException.class, () -> texts(Map.of("models", models)), models);
        }
    }

    @Test
    void aPersonAlwaysHasTheSameVoice() {
        Catalogue catalogue = Catalogue.of(settings(Map.of()));
        Voices voices = Voices.of(
                catalogue.model(catalogue.offers(SpeechSynthesizer.class).get(0)), "mul");
        CastMember ada = new CastMember("ADA", CastMember.Gender.FEMALE, CastMember.Age.ADULT, "");
        assertEquals(Optional.of("storyteller"), voices.choose("", Optional.empty()));
        assertEquals(Optional.of("cora"), voices.choose("", Optional.of(ada)));
        assertEquals(Optional.of("asked"), voices.choose("asked", Optional.of(ada)));
        assertEquals("Cora the Kind", voices.all().get(1).title());
    }

    @Test
    void voicesOfALanguageAreTheExactOnesElseThoseOfTheLanguage() {
        Model model = new Model(
                "m",
                Set.of("SpeechSynthesizer"),
                "m",
                Offer.Tier.HIGH,
                "eu",
                false,
                Map.of(),
                Map.of(),
                Map.of("voices.en", "ann:female", "voices.en-GB", "bob:male:Bob"));
        assertEquals(Optional.of("bob"), Voices.speaking(model, "en-GB").choose("", Optional.empty()));
        assertEquals(Optional.of("ann"), Voices.speaking(model, "en-US").choose("", Optional.empty()));
        assertEquals(Optional.empty(), Voices.speaking(model, "de").choose("", Optional.empty()));
        assertEquals("en-GB", Voices.speaking(model, "en-GB").all().get(0).language());
    }

    @Test
    void theNearestSizeIsTheOneWithTheProportions() {
        List<String> sizes = List.of("1024x1024", "1536x1024", "1024x1536", "nonsense");
        assertEquals(
                "1536x1024",
                PictureSizes.nearest(sizes, 1920, 1080).orElseThrow().toString());
        assertEquals(
                "1024x1536",
                PictureSizes.nearest(sizes, 1080, 1920).orElseThrow().toString());
        assertEquals(Optional.empty(), PictureSizes.nearest(List.of(), 1, 1));
    }
}
