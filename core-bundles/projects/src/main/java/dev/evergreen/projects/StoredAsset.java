package dev.evergreen.projects;

import dev.evergreen.domain.project.Asset;

/**
 * An asset and its file.
 *
 * @param size bytes; 0 when the file was evicted and has to be made again
 */
public record StoredAsset(Asset asset, long size) {}
