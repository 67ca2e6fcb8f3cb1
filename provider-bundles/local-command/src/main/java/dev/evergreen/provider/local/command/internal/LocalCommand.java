package dev.evergreen.provider.local.command.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.VoiceCatalog;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;

/** One set of programs. */
@Component(
        configurationPid = "dev.evergreen.provider.local.command",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=local-command")
public final class LocalCommand {
    private final AccountServices services;

    @Activate
    public LocalCommand(BundleContext bundle, Map<String, Object> configuration) {
        Settings settings = Settings.of(LocalCommand.class, "local-command", configuration);
        Catalogue catalogue = Catalogue.of(settings);
        CommandSpeech speech = new CommandSpeech(catalogue, settings);
        services = new AccountServices(bundle, settings)
                .add(SpeechSynthesizer.class, speech)
                .add(VoiceCatalog.class, new CommandVoices(catalogue))
                .add(speech);
    }

    @Deactivate
    void close() {
        services.close();
    }
}
