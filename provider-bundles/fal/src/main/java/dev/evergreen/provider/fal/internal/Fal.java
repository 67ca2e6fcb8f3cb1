package dev.evergreen.provider.fal.internal;

import dev.evergreen.kit.generation.GeneratedImages;
import dev.evergreen.kit.generation.GeneratedMusic;
import dev.evergreen.kit.generation.GeneratedSounds;
import dev.evergreen.kit.generation.GeneratedSpeech;
import dev.evergreen.kit.generation.GeneratedVideos;
import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.SoundDesigner;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.VideoGenerator;
import java.time.Clock;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One account at fal. */
@Component(
        configurationPid = "dev.evergreen.provider.fal",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=fal")
public final class Fal {
    private final FalAccount account;
    private final AccountServices services;

    @Activate
    public Fal(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(Fal.class, "fal", configuration);
        account = new FalAccount(settings, secrets, Clock.systemUTC());
        FalQueue queue = new FalQueue(account);
        Catalogue catalogue = account.catalogue();
        services = new AccountServices(bundle, settings)
                .add(ImageGenerator.class, new GeneratedImages(catalogue, queue))
                .add(VideoGenerator.class, new GeneratedVideos(catalogue, queue))
                .add(SpeechSynthesizer.class, new GeneratedSpeech(catalogue, queue))
                .add(MusicComposer.class, new GeneratedMusic(catalogue, queue))
                .add(SoundDesigner.class, new GeneratedSounds(catalogue, queue))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
