package dev.evergreen.provider.openai.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Embedder;
import dev.evergreen.spi.provider.ImageEditor;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.Moderator;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.TextGenerator;
import dev.evergreen.spi.provider.Transcriber;
import dev.evergreen.spi.provider.VoiceCatalog;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One account at OpenAI, or at one server that speaks its language. */
@Component(
        configurationPid = "dev.evergreen.provider.openai",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=openai")
public final class OpenAi {
    private final OpenAiAccount account;
    private final AccountServices services;

    @Activate
    public OpenAi(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(OpenAi.class, "openai", configuration);
        account = new OpenAiAccount(settings, secrets);
        services = new AccountServices(bundle, settings)
                .add(TextGenerator.class, new OpenAiText(account))
                .add(ImageGenerator.class, new OpenAiImages(account))
                .add(ImageEditor.class, new OpenAiImageEdits(account))
                .add(SpeechSynthesizer.class, new OpenAiSpeech(account))
                .add(VoiceCatalog.class, new OpenAiVoices(account))
                .add(Transcriber.class, new OpenAiTranscription(account))
                .add(Embedder.class, new OpenAiEmbeddings(account))
                .add(Moderator.class, new OpenAiModeration(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
