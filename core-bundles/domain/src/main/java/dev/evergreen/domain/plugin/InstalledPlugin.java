package dev.evergreen.domain.plugin;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of the installed set: the desired state that every node converges to.
 *
 * @param symbolicName the bundle's
 * @param version the bundle's OSGi version
 * @param digest blob of the jar
 * @param fileName as it was given
 * @param state what is wanted
 * @param previousDigest the version to roll back to
 * @param error why it does not run on this node; empty when it does
 */
public record InstalledPlugin(
        String symbolicName,
        String version,
        String digest,
        String fileName,
        State state,
        Optional<String> previousDigest,
        String error,
        Instant installedAt) {
    /** {@code ENABLED}: runs on every node. */
    public enum State {
        ENABLED,
        DISABLED,
        REMOVED
    }
}
