package dev.evergreen.spi.provider;

import java.nio.file.Path;

/**
 * A file of a result, or an input made ready by the engine.
 *
 * @param path where it lies, readable until the call ends
 * @param mediaType for example {@code image/png}
 */
public record MediaFile(Path path, String mediaType) {}
