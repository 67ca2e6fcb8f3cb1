package dev.evergreen.provider.kling.internal;

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

/** One account at Kling AI. */
@Component(
        configurationPid = "dev.evergreen.provider.kling",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=kling")
public final class Kling {
    private final KlingAccount account;
    private final AccountServices services;

    @Activate
    public Kling(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(Kling.class, "kling", configuration);
        account = new KlingAccount(settings, secrets, Clock.systemUTC());
        services = new AccountServices(bundle, settings)
                .add(VideoGenerator.class, new KlingVideos(account))
                .add(ImageGenerator.class, new KlingImages(account))
                .add(new KlingLookups(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
