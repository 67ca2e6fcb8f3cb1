package dev.evergreen.provider.google.speech.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.VoiceCatalog;
import java.time.Clock;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One project of Google Cloud. */
@Component(
        configurationPid = "dev.evergreen.provider.google.speech",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=google-speech")
public final class GoogleSpeech {
    private final GoogleAccount account;
    private final AccountServices services;

    @Activate
    public GoogleSpeech(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(GoogleSpeech.class, "google-speech", configuration);
        account = new GoogleAccount(settings, secrets, Clock.systemUTC());
        services = new AccountServices(bundle, settings)
                .add(SpeechSynthesizer.class, new GoogleSpeaker(account))
                .add(VoiceCatalog.class, new GoogleVoices(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
