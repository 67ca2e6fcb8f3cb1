package dev.evergreen.provider.google.gemini.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.ImageEditor;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.TextGenerator;
import dev.evergreen.spi.provider.VideoGenerator;
import java.time.Clock;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One account at the Gemini API. */
@Component(
        configurationPid = "dev.evergreen.provider.google.gemini",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=google-gemini")
public final class GoogleGemini {
    private final GeminiAccount account;
    private final AccountServices services;

    @Activate
    public GoogleGemini(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(GoogleGemini.class, "google-gemini", configuration);
        account = new GeminiAccount(settings, secrets, Clock.systemUTC());
        services = new AccountServices(bundle, settings)
                .add(TextGenerator.class, new GeminiText(account))
                .add(ImageGenerator.class, new GeminiImages(account))
                .add(ImageEditor.class, new GeminiImageEdits(account))
                .add(VideoGenerator.class, new VeoVideos(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
