package dev.evergreen.provider.luma.internal;

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

/** One account at Luma. */
@Component(
        configurationPid = "dev.evergreen.provider.luma",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=luma")
public final class Luma {
    private final LumaAccount account;
    private final AccountServices services;

    @Activate
    public Luma(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(Luma.class, "luma", configuration);
        account = new LumaAccount(settings, secrets, Clock.systemUTC());
        services = new AccountServices(bundle, settings)
                .add(VideoGenerator.class, new LumaVideos(account))
                .add(ImageGenerator.class, new LumaImages(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
