package dev.evergreen.spi.export;

/** A file that goes with the film, under the film's name. */
public enum SideFile {
    /** The captions as SubRip, {@code .srt}. */
    SUBRIP,
    /** The captions as WebVTT, {@code .vtt}. */
    WEB_VTT,
    /** The captions with their styles as Advanced SubStation Alpha, {@code .ass}. */
    ASS
}
