package dev.evergreen.provider.replicate.internal;

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

/** One account at Replicate. */
@Component(
        configurationPid = "dev.evergreen.provider.replicate",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=replicate")
public final class Replicate {
    private final ReplicateAccount account;
    private final AccountServices services;

    @Activate
    public Replicate(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(Replicate.class, "replicate", configuration);
        account = new ReplicateAccount(settings, secrets, Clock.systemUTC());
        Predictions predictions = new Predictions(account);
        Catalogue catalogue = account.catalogue();
        services = new AccountServices(bundle, settings)
                .add(ImageGenerator.class, new GeneratedImages(catalogue, predictions))
                .add(VideoGenerator.class, new GeneratedVideos(catalogue, predictions))
                .add(SpeechSynthesizer.class, new GeneratedSpeech(catalogue, predictions))
                .add(MusicComposer.class, new GeneratedMusic(catalogue, predictions))
                .add(SoundDesigner.class, new GeneratedSounds(catalogue, predictions))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
