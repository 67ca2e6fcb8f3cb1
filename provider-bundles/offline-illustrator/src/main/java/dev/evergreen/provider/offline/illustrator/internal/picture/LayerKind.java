package dev.evergreen.provider.offline.illustrator.internal.picture;

/** The layers of every picture in the order in which they are drawn. */
public enum LayerKind {
    SKY(0, 1, 1),
    FAR(.15, 1, 1),
    MIDDLE(.35, 1, 1),
    GROUND(.55, 1, 1),
    PROPS(.75, 1, .6),
    FIGURES(.8, 1, .45),
    FOREGROUND(1, 1, 1.3),
    AIR(.6, 0, 0);

    private final double depth;
    private final double texture;
    private final double wobble;

    LayerKind(double depth, double texture, double wobble) {
        this.depth = depth;
        this.texture = texture;
        this.wobble = wobble;
    }

    /** 0 is infinitely far, 1 nearest: the speed of a parallax camera only, not the order. */
    public double depth() {
        return depth;
    }

    /** How much paper and brush show, 0 to 1. */
    double texture() {
        return texture;
    }

    /** How ragged edges are; people less than land. */
    double wobble() {
        return wobble;
    }
}
