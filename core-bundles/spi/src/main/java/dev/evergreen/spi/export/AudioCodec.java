package dev.evergreen.spi.export;

/** How sound is coded. */
public enum AudioCodec {
    AAC,
    OPUS
}
