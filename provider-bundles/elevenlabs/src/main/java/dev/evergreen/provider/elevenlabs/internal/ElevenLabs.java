package dev.evergreen.provider.elevenlabs.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.SoundDesigner;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.VoiceCatalog;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One account at ElevenLabs. */
@Component(
        configurationPid = "dev.evergreen.provider.elevenlabs",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=elevenlabs")
public final class ElevenLabs {
    private final ElevenLabsAccount account;
    private final AccountServices services;

    @Activate
    public ElevenLabs(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(ElevenLabs.class, "elevenlabs", configuration);
        account = new ElevenLabsAccount(settings, secrets);
        services = new AccountServices(bundle, settings)
                .add(SpeechSynthesizer.class, new ElevenLabsSpeech(account))
                .add(VoiceCatalog.class, new ElevenLabsVoices(account))
                .add(SoundDesigner.class, new ElevenLabsSounds(account))
                .add(MusicComposer.class, new ElevenLabsMusic(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
