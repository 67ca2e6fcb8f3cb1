package dev.evergreen.spi.script;

/**
 * A person of the film, who looks and sounds the same in every shot.
 *
 * @param name canonical name
 * @param gender as far as the script tells
 * @param age as far as the script tells
 * @param appearance free words: hair, clothes, colours; may be empty
 */
public record CastMember(String name, Gender gender, Age age, String appearance) {
    /** What the script tells of a person's gender; narrators choose a voice by it. */
    public enum Gender {
        FEMALE,
        MALE,
        UNSPECIFIED
    }

    /** Coarse age, as far as pictures and voices differ by it. */
    public enum Age {
        CHILD,
        ADULT,
        OLD
    }
}
