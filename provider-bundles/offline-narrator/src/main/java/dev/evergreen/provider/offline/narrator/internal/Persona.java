package dev.evergreen.provider.offline.narrator.internal;

import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.CastMember.Age;
import dev.evergreen.spi.script.CastMember.Gender;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The built-in speakers. All are made from one recorded voice: reading it faster or slower moves pitch and formants together, which the
 * ear takes for a smaller or larger speaker; pitch and pace are corrected for that.
 */
enum Persona {
    NARRATOR("narrator", "Narrator", Gender.UNSPECIFIED, Age.ADULT, 0.97, 96, 13, 1.04),
    ALDER("alder", "Alder, a man", Gender.MALE, Age.ADULT, 1.03, 112, 16, 1.0),
    ROWAN("rowan", "Rowan, a man with a deep voice", Gender.MALE, Age.ADULT, 0.92, 84, 12, 1.02),
    HAZEL("hazel", "Hazel, a woman", Gender.FEMALE, Age.ADULT, 1.17, 186, 26, 1.0),
    LINDEN("linden", "Linden, a woman with a light voice", Gender.FEMALE, Age.ADULT, 1.23, 212, 30, 0.97),
    BIRCH("birch", "Birch, a boy", Gender.MALE, Age.CHILD, 1.31, 250, 34, 0.96),
    IVY("ivy", "Ivy, a girl", Gender.FEMALE, Age.CHILD, 1.36, 278, 38, 0.96),
    OAK("oak", "Oak, an old man", Gender.MALE, Age.OLD, 0.95, 90, 20, 1.16),
    WILLOW("willow", "Willow, an old woman", Gender.FEMALE, Age.OLD, 1.12, 164, 28, 1.14);

    private final String id;
    private final String title;
    private final Gender gender;
    private final Age age;
    private final double size;
    private final double pitch;
    private final double pitchRange;
    private final double pace;

    Persona(
            String id,
            String title,
            Gender gender,
            Age age,
            double size,
            double pitch,
            double pitchRange,
            double pace) {
        this.id = id;
        this.title = title;
        this.gender = gender;
        this.age = age;
        this.size = size;
        this.pitch = pitch;
        this.pitchRange = pitchRange;
        this.pace = pace;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    Gender gender() {
        return gender;
    }

    /** How much faster the recorded voice is read; above 1 is a smaller speaker. */
    double size() {
        return size;
    }

    /** Mean pitch as heard, in hertz. */
    double pitch() {
        return pitch;
    }

    /** Standard deviation of the pitch as heard, in hertz. */
    double pitchRange() {
        return pitchRange;
    }

    /** Length of the speech as a factor of the usual; above 1 is slower. */
    double pace() {
        return pace;
    }

    /** For people: all ids in order. */
    static String ids() {
        return Arrays.stream(values()).map(Persona::id).collect(Collectors.joining(", "));
    }

    static Optional<Persona> of(String id) {
        return Arrays.stream(values()).filter(persona -> persona.id.equals(id)).findFirst();
    }

    /** The same speaker always gets the same persona: one that fits, chosen by the name. */
    static Persona of(CastMember speaker) {
        List<Persona> fitting = Arrays.stream(values())
                .filter(persona -> persona != NARRATOR)
                .filter(persona -> persona.age == speaker.age())
                .filter(persona -> speaker.gender() == Gender.UNSPECIFIED || persona.gender == speaker.gender())
                .toList();
        return fitting.get(Math.floorMod(speaker.name().hashCode(), fitting.size()));
    }
}
