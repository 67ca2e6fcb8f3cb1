package dev.evergreen.provider.anthropic.internal;

import dev.evergreen.kit.provider.AccountServices;
import dev.evergreen.kit.provider.Settings;
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

/** One account at Anthropic. */
@Component(
        configurationPid = "dev.evergreen.provider.anthropic",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ProviderProperties.PLUGIN_ID + "=anthropic")
public final class Anthropic {
    private final AnthropicAccount account;
    private final AccountServices services;

    @Activate
    public Anthropic(BundleContext bundle, Map<String, Object> configuration, @Reference Secrets secrets) {
        Settings settings = Settings.of(Anthropic.class, "anthropic", configuration);
        account = new AnthropicAccount(settings, secrets);
        services = new AccountServices(bundle, settings)
                .add(TextGenerator.class, new AnthropicText(account))
                .add(account);
    }

    @Deactivate
    void close() {
        services.close();
        account.close();
    }
}
