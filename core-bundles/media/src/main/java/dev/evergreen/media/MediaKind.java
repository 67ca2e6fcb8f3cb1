package dev.evergreen.media;

/** What a media file is for a timeline. */
public enum MediaKind {
    IMAGE,
    AUDIO,
    VIDEO
}
