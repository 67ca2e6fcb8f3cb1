package dev.evergreen.provider.offline.illustrator.internal.figures;

/**
 * A person's fixed appearance, from name and described appearance alone, so that every picture shows the same person.
 *
 * @param height of the whole body, a grown man's is 1
 * @param headRadius as a part of the height
 * @param legShare as a part of the height
 * @param breadth of the shoulders, 1 is usual
 */
record Look(
        boolean child,
        boolean old,
        boolean female,
        int skin,
        int hair,
        HairStyle hairStyle,
        int top,
        int bottom,
        int accent,
        int shoe,
        Garment garment,
        Pattern pattern,
        boolean hat,
        boolean cap,
        boolean scarf,
        boolean beard,
        boolean moustache,
        boolean glasses,
        boolean freckles,
        boolean apron,
        double height,
        double headRadius,
        double legShare,
        double breadth) {

    enum Garment {
        SWEATER,
        SHIRT,
        COAT,
        DRESS,
        SKIRT,
        DUNGAREES,
        SUIT,
        SPACESUIT;

        boolean skirted() {
            return this == DRESS || this == SKIRT;
        }
    }

    enum Pattern {
        PLAIN,
        STRIPES,
        DOTS,
        KNIT,
        FLECKS
    }

    enum HairStyle {
        SHORT,
        SIDE_PARTED,
        CURLY_SHORT,
        BOB,
        LONG,
        BUN,
        PONYTAIL,
        CURLY,
        BRAIDS,
        BALD
    }

    boolean spacesuit() {
        return garment == Garment.SPACESUIT;
    }

    /** A long outer garment covers the thighs. */
    boolean coated() {
        return garment == Garment.COAT;
    }
}
