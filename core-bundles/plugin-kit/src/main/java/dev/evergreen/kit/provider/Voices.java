package dev.evergreen.kit.provider;

import dev.evergreen.spi.provider.VoiceCatalogResult.Voice;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.CastMember.Gender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A model's voices, from its option {@code voices}: ids with commas, each with a gender and a title where they are known, as in
 * {@code ash:male,coral:female:Coral}. The first is the narrator's.
 */
public final class Voices {
    private final List<Voice> voices;

    private Voices(List<Voice> voices) {
        this.voices = voices;
    }

    /** @param language of all of them, as a BCP 47 tag; {@code mul} where they speak many */
    public static Voices of(Model model, String language) {
        return of(model, "voices", language);
    }

    /**
     * The voices for a language, where each speaks one: those of the option {@code voices.en-GB}, else of {@code voices.en}; none where
     * the model does not speak it.
     *
     * @param language BCP 47 tag
     */
    public static Voices speaking(Model model, String language) {
        String exact = "voices." + language;
        String general = "voices." + Locale.forLanguageTag(language).getLanguage();
        return of(model, model.options().containsKey(exact) ? exact : general, language);
    }

    private static Voices of(Model model, String option, String language) {
        List<Voice> voices = new ArrayList<>();
        for (String entry : model.list(option)) {
            String[] parts = entry.split(":", 3);
            voices.add(new Voice(parts[0], parts.length > 2 ? parts[2] : title(parts[0]), language, gender(parts)));
        }
        return new Voices(voices);
    }

    public List<Voice> all() {
        return voices;
    }

    public boolean has(String id) {
        return voices.stream().anyMatch(voice -> voice.id().equals(id));
    }

    /**
     * The voice that was asked for, else the narrator's, else one that fits the person and is always the same one for the same name.
     *
     * @return empty only when there are no voices and none was asked for
     */
    public Optional<String> choose(String asked, Optional<CastMember> speaker) {
        if (!asked.isBlank()) {
            return Optional.of(asked);
        }
        if (voices.isEmpty() || speaker.isEmpty()) {
            return voices.stream().findFirst().map(Voice::id);
        }
        List<Voice> others = voices.size() > 1 ? voices.subList(1, voices.size()) : voices;
        List<Voice> fitting = others.stream()
                .filter(voice -> voice.gender() == speaker.get().gender())
                .toList();
        List<Voice> choice = fitting.isEmpty() ? others : fitting;
        int index = Math.floorMod(speaker.get().name().hashCode(), choice.size());
        return Optional.of(choice.get(index).id());
    }

    private static Gender gender(String[] parts) {
        return switch (parts.length > 1 ? parts[1].toLowerCase(Locale.ROOT) : "") {
            case "female" -> Gender.FEMALE;
            case "male" -> Gender.MALE;
            default -> Gender.UNSPECIFIED;
        };
    }

    private static String title(String id) {
        return id.isEmpty() ? id : id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }
}
