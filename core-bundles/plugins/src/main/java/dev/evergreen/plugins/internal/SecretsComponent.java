package dev.evergreen.plugins.internal;

import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.plugin.SecretStore;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives plugins their secrets. */
@Component
public final class SecretsComponent implements Secrets {
    private final SecretStore store;

    @Activate
    public SecretsComponent(@Reference SecretStore store) {
        this.store = store;
    }

    @Override
    public String resolve(String reference) throws ProviderException {
        try {
            return store.resolve(reference);
        } catch (ProblemException e) {
            throw new ProviderException(ProviderException.Kind.AUTHENTICATION, String.valueOf(e.getMessage()), e);
        }
    }
}
