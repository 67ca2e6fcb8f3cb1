package dev.evergreen.media.internal.av;

/** The way of alpha past filters. */
public enum AlphaPath {
    /** The pictures have none. */
    NONE,
    /** It goes around the filters, which see opaque pictures. */
    AROUND,
    /** The filters get it and give it. */
    THROUGH
}
