package dev.evergreen.spi.script;

/**
 * Words to be spoken in a shot.
 *
 * @param speaker the {@link CastMember}'s name, or empty for the narrator
 * @param text what is said
 * @param delivery how it is said, from a parenthetical, for example {@code whispering}; empty when not said
 */
public record SpokenLine(String speaker, String text, String delivery) {}
