package dev.evergreen.provider.stability.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.SoundDesigner;
import dev.evergreen.spi.provider.Upscaler;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One account at Stability AI. */
@Component(
        configurationPid = "dev.evergreen.provider.stability",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=stability")
public final class Stability {
    private final StabilityAccount account;
    private final AccountServices services;

    @Activate
    public Stability(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(Stability.class, "stability", configuration);
        account = new StabilityAccount(settings, secrets);
        services = new AccountServices(bundle, settings)
                .add(ImageGenerator.class, new StabilityImages(account))
                .add(Upscaler.class, new StabilityUpscales(account))
                .add(MusicComposer.class, new StabilityMusic(account))
                .add(SoundDesigner.class, new StabilitySounds(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
