package dev.evergreen.provider.offline.illustrator.internal.words;

import dev.evergreen.spi.script.ShotSize;

/** How much of the place is seen. */
public enum Framing {
    VAST,
    WIDE,
    MEDIUM,
    CLOSE,
    DETAIL;

    static Framing of(ShotSize size) {
        return switch (size) {
            case EXTREME_WIDE -> VAST;
            case WIDE -> WIDE;
            case MEDIUM -> MEDIUM;
            case CLOSE_UP -> CLOSE;
            case DETAIL -> DETAIL;
        };
    }

    /** Close-ups and details: the place is only a backdrop. */
    public boolean near() {
        return this == CLOSE || this == DETAIL;
    }
}
