package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns a secret's reference from the configuration into the secret, when it is needed and not before. The engine registers it as a
 * service. A plugin never logs, stores or shows what it gets.
 */
@ProviderType
public interface Secrets {
    /**
     * @param reference {@code env:NAME}, {@code file:PATH} or {@code secret:ID}
     * @throws ProviderException of kind AUTHENTICATION when the reference leads nowhere
     */
    String resolve(String reference) throws ProviderException;
}
