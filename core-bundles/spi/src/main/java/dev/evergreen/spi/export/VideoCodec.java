package dev.evergreen.spi.export;

/** How pictures are coded. */
public enum VideoCodec {
    H264,
    VP9,
    AV1,
    /** Apple ProRes 422 in 10 bits; every frame stands alone. */
    PRORES,
    /** Up to 256 colours, chosen for the whole film. */
    GIF,
    /** A single picture without loss. */
    PNG,
    /** A single picture. */
    JPEG
}
