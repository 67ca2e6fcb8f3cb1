package dev.evergreen.spi.script;

/**
 * A person in one picture.
 *
 * @param name the {@link CastMember}'s name
 * @param pose what the body does, as a verb: {@code kneel}, {@code run}, {@code point}; empty for standing
 * @param expression {@code happy}, {@code sad}, {@code afraid}, {@code surprised}, {@code angry}, {@code calm}; empty for the mood's own
 * @param relation how the person is placed towards something else, for example {@code beside THEO} or {@code rides bicycle}; empty for free placing
 */
public record PersonInShot(String name, String pose, String expression, String relation) {}
