package dev.evergreen.spi.timeline;

/** What a sound is for. Music goes down under voices; nothing else does. */
public enum AudioRole {
    VOICE,
    MUSIC,
    EFFECT
}
