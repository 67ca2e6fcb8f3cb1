package dev.evergreen.spi.export;

/** How sound is coded. */
public enum AudioCodec {
    AAC,
    OPUS,
    MP3,
    /** Whole numbers of 16 bits without compression. */
    PCM
}
