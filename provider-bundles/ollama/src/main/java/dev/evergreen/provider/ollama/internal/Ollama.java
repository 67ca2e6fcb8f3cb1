package dev.evergreen.provider.ollama.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Embedder;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.TextGenerator;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One Ollama server. */
@Component(
        configurationPid = "dev.evergreen.provider.ollama",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=ollama")
public final class Ollama {
    private final OllamaAccount account;
    private final AccountServices services;

    @Activate
    public Ollama(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(Ollama.class, "ollama", configuration);
        account = new OllamaAccount(settings, secrets);
        services = new AccountServices(bundle, settings)
                .add(TextGenerator.class, new OllamaText(account))
                .add(Embedder.class, new OllamaEmbeddings(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
