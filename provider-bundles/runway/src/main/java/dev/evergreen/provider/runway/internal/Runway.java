package dev.evergreen.provider.runway.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.VideoGenerator;
import java.time.Clock;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One account at Runway. */
@Component(
        configurationPid = "dev.evergreen.provider.runway",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=runway")
public final class Runway {
    private final RunwayAccount account;
    private final AccountServices services;

    @Activate
    public Runway(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(Runway.class, "runway", configuration);
        account = new RunwayAccount(settings, secrets, Clock.systemUTC());
        services = new AccountServices(bundle, settings)
                .add(VideoGenerator.class, new RunwayVideos(account))
                .add(ImageGenerator.class, new RunwayImages(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
