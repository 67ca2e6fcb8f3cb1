package dev.evergreen.provider.azure.speech.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.VoiceCatalog;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One speech resource of Azure. */
@Component(
        configurationPid = "dev.evergreen.provider.azure.speech",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=azure-speech")
public final class AzureSpeech {
    private final AzureAccount account;
    private final AccountServices services;

    @Activate
    public AzureSpeech(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(AzureSpeech.class, "azure-speech", configuration);
        account = new AzureAccount(settings, secrets);
        services = new AccountServices(bundle, settings)
                .add(SpeechSynthesizer.class, new AzureSpeaker(account))
                .add(VoiceCatalog.class, new AzureVoices(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
