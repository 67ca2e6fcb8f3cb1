package dev.evergreen.kit.provider;

import dev.evergreen.spi.provider.CallLookup;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderProperties;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * The services of one account: a component that is made once for each account registers here what the account serves, so that all of it
 * shares one client and one catalogue, and comes and goes together.
 */
public final class AccountServices implements AutoCloseable {
    private final BundleContext bundle;
    private final Dictionary<String, Object> properties;
    private final Deque<ServiceRegistration<?>> services = new ArrayDeque<>();

    /** What the vendor lets the account do is the setting {@code evergreen.limits}, with the descriptor's default. */
    public AccountServices(BundleContext bundle, Settings settings) {
        this.bundle = bundle;
        Map<String, Object> all = settings.engineProperties();
        all.put(ProviderProperties.PLUGIN_ID, settings.plugin());
        String limits = settings.text(ProviderProperties.LIMITS);
        if (!limits.isBlank()) {
            all.put(ProviderProperties.LIMITS, limits);
            all.put(ProviderProperties.LIMITS_DATE, settings.asOf(ProviderProperties.LIMITS));
        }
        this.properties = new Hashtable<>(all);
    }

    /** Registers the provider, unless the account has no offers of that kind. */
    public <P extends Provider<?, ?>> AccountServices add(Class<P> capability, P provider) {
        if (!provider.offers().isEmpty()) {
            services.push(bundle.registerService(capability, provider, properties));
        }
        return this;
    }

    public AccountServices add(HealthProbe probe) {
        services.push(bundle.registerService(HealthProbe.class, probe, properties));
        return this;
    }

    public AccountServices add(CallLookup lookup) {
        services.push(bundle.registerService(CallLookup.class, lookup, properties));
        return this;
    }

    /** Takes the services off the market; returns when their running calls have ended, or the engine's patience with them has. */
    @Override
    public void close() {
        while (!services.isEmpty()) {
            services.pop().unregister();
        }
    }
}
