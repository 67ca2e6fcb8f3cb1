package dev.evergreen.spi.provider;

/**
 * @param audio the recording
 * @param language BCP 47 tag, or empty to detect
 */
public record TranscriptionRequest(MediaFile audio, String language) implements Request<TranscriptionResult> {}
