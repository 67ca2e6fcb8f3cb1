package dev.evergreen.spi.script;

/** Where a scene plays, as its heading says: inside, outside, or both. */
public enum Setting {
    INTERIOR,
    EXTERIOR,
    BOTH,
    UNSPECIFIED
}
