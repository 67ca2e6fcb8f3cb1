package dev.evergreen.spi.export;

/** How pictures are coded. */
public enum VideoCodec {
    H264,
    VP9
}
