package dev.evergreen.spi.provider;

/** @param language BCP 47 tag, or empty for all */
public record VoiceCatalogRequest(String language) implements Request<VoiceCatalogResult> {}
