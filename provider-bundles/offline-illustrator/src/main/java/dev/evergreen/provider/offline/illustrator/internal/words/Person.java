package dev.evergreen.provider.offline.illustrator.internal.words;

import dev.evergreen.spi.script.CastMember;

/**
 * Somebody in the picture.
 *
 * @param name lower case
 * @param female whether drawn with the figure and clothes of a woman or girl
 * @param appearance free words in lower case
 */
public record Person(
        String name,
        boolean female,
        CastMember.Age age,
        String appearance,
        Pose pose,
        Expression expression,
        Relation relation) {
    public boolean child() {
        return age == CastMember.Age.CHILD;
    }

    public boolean old() {
        return age == CastMember.Age.OLD;
    }
}
