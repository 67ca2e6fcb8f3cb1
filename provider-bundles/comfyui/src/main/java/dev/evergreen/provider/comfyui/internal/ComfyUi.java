package dev.evergreen.provider.comfyui.internal;

import dev.evergreen.kit.generation.GeneratedImages;
import dev.evergreen.kit.generation.GeneratedVideos;
import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Catalogue;
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

/** One server. */
@Component(
        configurationPid = "dev.evergreen.provider.comfyui",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=comfyui")
public final class ComfyUi {
    private final ComfyUiAccount account;
    private final AccountServices services;

    @Activate
    public ComfyUi(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(ComfyUi.class, "comfyui", configuration);
        account = new ComfyUiAccount(settings, secrets, Clock.systemUTC());
        Workflows workflows = new Workflows(account);
        Catalogue catalogue = account.catalogue();
        services = new AccountServices(bundle, settings)
                .add(ImageGenerator.class, new GeneratedImages(catalogue, workflows))
                .add(VideoGenerator.class, new GeneratedVideos(catalogue, workflows))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
