package dev.evergreen.domain.plugin;

import org.osgi.annotation.versioning.ProviderType;

/** Keeps keys that people type in, encrypted at rest with a key of the data folder; never shown again. */
@ProviderType
public interface SecretStore {
    /** Stores the value and returns its reference {@code secret:<id>}. */
    String put(String value);

    /**
     * Resolves {@code env:NAME}, {@code file:PATH} and {@code secret:<id>}.
     *
     * @throws dev.evergreen.domain.ProblemException INVALID when the reference leads nowhere
     */
    String resolve(String reference);

    void remove(String reference);
}
