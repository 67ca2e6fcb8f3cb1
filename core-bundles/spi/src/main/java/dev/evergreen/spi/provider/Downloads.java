package dev.evergreen.spi.provider;

import java.net.URI;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Guarded downloads: resolved once, no private address ranges, redirects checked again, bytes and time capped. */
@ProviderType
public interface Downloads {
    /**
     * @param maximumBytes more than that is an error
     * @throws ProviderException {@code BAD_RESPONSE} for forbidden or broken addresses, {@code TIMEOUT}
     */
    Path fetch(URI address, long maximumBytes) throws ProviderException;
}
