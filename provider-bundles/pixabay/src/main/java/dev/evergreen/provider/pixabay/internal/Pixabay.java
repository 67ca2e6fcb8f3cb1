package dev.evergreen.provider.pixabay.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.StockLibrary;
import java.time.Clock;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One key of Pixabay. */
@Component(
        configurationPid = "dev.evergreen.provider.pixabay",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=pixabay")
public final class Pixabay {
    private final PixabayAccount account;
    private final AccountServices services;

    @Activate
    public Pixabay(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(Pixabay.class, "pixabay", configuration);
        account = new PixabayAccount(settings, secrets, Clock.systemUTC());
        services = new AccountServices(bundle, settings)
                .add(StockLibrary.class, new PixabayLibrary(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
