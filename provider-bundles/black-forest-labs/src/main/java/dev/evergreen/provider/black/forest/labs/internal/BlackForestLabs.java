package dev.evergreen.provider.black.forest.labs.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.ImageEditor;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import java.time.Clock;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One account at Black Forest Labs. */
@Component(
        configurationPid = "dev.evergreen.provider.black.forest.labs",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=black-forest-labs")
public final class BlackForestLabs {
    private final FluxAccount account;
    private final AccountServices services;

    @Activate
    public BlackForestLabs(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(BlackForestLabs.class, "black-forest-labs", configuration);
        account = new FluxAccount(settings, secrets, Clock.systemUTC());
        services = new AccountServices(bundle, settings)
                .add(ImageGenerator.class, new FluxImages(account))
                .add(ImageEditor.class, new FluxEdits(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
