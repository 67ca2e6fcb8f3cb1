package dev.evergreen.provider.pexels.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.StockLibrary;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One key of Pexels. */
@Component(
        configurationPid = "dev.evergreen.provider.pexels",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=pexels")
public final class Pexels {
    private final PexelsAccount account;
    private final AccountServices services;

    @Activate
    public Pexels(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(Pexels.class, "pexels", configuration);
        account = new PexelsAccount(settings, secrets);
        services = new AccountServices(bundle, settings)
                .add(StockLibrary.class, new PexelsLibrary(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
