package dev.evergreen.provider.amazon.polly.internal;

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

/** One account at Amazon Polly. */
@Component(
        configurationPid = "dev.evergreen.provider.amazon.polly",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=amazon-polly")
public final class AmazonPolly {
    private final PollyAccount account;
    private final AccountServices services;

    @Activate
    public AmazonPolly(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(AmazonPolly.class, "amazon-polly", configuration);
        account = new PollyAccount(settings, secrets);
        services = new AccountServices(bundle, settings)
                .add(SpeechSynthesizer.class, new PollySpeaker(account))
                .add(VoiceCatalog.class, new PollyVoices(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
