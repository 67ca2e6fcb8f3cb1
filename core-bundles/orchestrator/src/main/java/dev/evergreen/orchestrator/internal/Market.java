package dev.evergreen.orchestrator.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import dev.evergreen.spi.provider.Embedder;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.ImageEditor;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.Moderator;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.PromptOptimizer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Publisher;
import dev.evergreen.spi.provider.ScriptAnalyst;
import dev.evergreen.spi.provider.SoundDesigner;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.StockLibrary;
import dev.evergreen.spi.provider.TextGenerator;
import dev.evergreen.spi.provider.Transcriber;
import dev.evergreen.spi.provider.Upscaler;
import dev.evergreen.spi.provider.VideoGenerator;
import dev.evergreen.spi.provider.VoiceCatalog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider services that are there now. A service that goes away is waited for by its bundle until its calls are out. */
@Component(
        service = Market.class,
        configurationPid = "dev.evergreen.orchestrator",
        reference = {
            @Reference(
                    name = "text",
                    service = TextGenerator.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "analyst",
                    service = ScriptAnalyst.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "image",
                    service = ImageGenerator.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "edit",
                    service = ImageEditor.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "video",
                    service = VideoGenerator.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "speech",
                    service = SpeechSynthesizer.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "voices",
                    service = VoiceCatalog.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "music",
                    service = MusicComposer.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "sound",
                    service = SoundDesigner.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "transcription",
                    service = Transcriber.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "upscaling",
                    service = Upscaler.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "embedding",
                    service = Embedder.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "moderation",
                    service = Moderator.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "prompts",
                    service = PromptOptimizer.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "stock",
                    service = StockLibrary.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "probe",
                    service = HealthProbe.class,
                    bind = "addProbe",
                    unbind = "removeProbe",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY),
            @Reference(
                    name = "publishing",
                    service = Publisher.class,
                    bind = "add",
                    unbind = "remove",
                    cardinality = MULTIPLE,
                    policy = DYNAMIC,
                    policyOption = GREEDY)
        })
public final class Market {
    private static final Logger LOG = LoggerFactory.getLogger(Market.class);

    private final List<Listing> listings = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, Instant> departures = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Settings settings;
    private final Map<HealthProbe, Account> probes = new ConcurrentHashMap<>();
    private volatile Listener listener = (listing, arrived) -> {};

    /** Told of every service that has come or gone. */
    interface Listener {
        void changed(Listing listing, boolean arrived);
    }

    @Activate
    public Market(OrchestratorConfiguration configuration) {
        this(Clock.systemUTC(), Settings.of(configuration));
    }

    Market(Clock clock, Settings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** Whom a probe asks about. */
    record Account(String plugin, String account) {}

    void addProbe(HealthProbe probe, Map<String, Object> properties) {
        if (properties.get(ProviderProperties.PLUGIN_ID) instanceof String plugin) {
            probes.put(probe, new Account(plugin, text(properties, ProviderProperties.ACCOUNT)));
        }
    }

    void removeProbe(HealthProbe probe) {
        probes.remove(probe);
    }

    Map<HealthProbe, Account> probes() {
        return Map.copyOf(probes);
    }

    void add(Provider<?, ?> provider, Map<String, Object> properties) {
        Class<?> capability = Capabilities.of(provider).orElseThrow();
        if (!(properties.get(ProviderProperties.PLUGIN_ID) instanceof String plugin) || plugin.isBlank()) {
            LOG.error(
                    "The {} {} has no service property {} and is not used",
                    capability.getSimpleName(),
                    provider.getClass().getName(),
                    ProviderProperties.PLUGIN_ID);
            return;
        }
        String account = text(properties, ProviderProperties.ACCOUNT);
        Listing listing = new Listing(capability, plugin, account, provider, limits(plugin, account, properties));
        listings.add(0, listing);
        listener.changed(listing, true);
        LOG.info("{} is offered by {}{}", capability.getSimpleName(), plugin, account.isEmpty() ? "" : "/" + account);
    }

    /** The operator's word counts, else the plugin's; a plugin that cannot be understood has no limits of its own. */
    private Limits limits(String plugin, String account, Map<String, Object> properties) {
        Limits configured = settings.limits().get(plugin + "/" + account);
        if (configured == null) {
            configured = settings.limits().get(plugin);
        }
        if (configured != null) {
            return configured;
        }
        String date = text(properties, ProviderProperties.LIMITS_DATE);
        try {
            return Limits.parse(
                    text(properties, ProviderProperties.LIMITS),
                    "as " + plugin + " knows it" + (date.isEmpty() ? "" : ", of " + date));
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "The service property {} of {} cannot be read; the account is used without limits",
                    ProviderProperties.LIMITS,
                    plugin,
                    e);
            return Limits.NONE;
        }
    }

    private static String text(Map<String, Object> properties, String key) {
        return properties.get(key) instanceof String value ? value.strip() : "";
    }

    /** Takes the service off the market at once and waits for the calls inside. */
    void remove(Provider<?, ?> provider) {
        for (Listing listing : listings) {
            if (listing.provider() == provider) {
                departures.put(listing.capability(), clock.instant());
                listings.remove(listing);
                listener.changed(listing, false);
                listing.close(settings.drain());
            }
        }
    }

    void listen(Listener newListener) {
        listener = newListener;
    }

    List<Listing> all() {
        return List.copyOf(listings);
    }

    /** The newest first. */
    List<Listing> of(Class<?> capability) {
        return listings.stream()
                .filter(listing -> listing.capability() == capability)
                .toList();
    }

    /** When a service of that capability last went away. */
    Optional<Instant> lastDeparture(Class<?> capability) {
        return Optional.ofNullable(departures.get(capability));
    }
}
