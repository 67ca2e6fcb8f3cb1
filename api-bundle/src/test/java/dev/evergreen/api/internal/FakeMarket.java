package dev.evergreen.api.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.orchestrator.CallEstimate;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.orchestrator.Ranking;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.plugins.PluginSet;
import dev.evergreen.plugins.PluginView;
import dev.evergreen.plugins.ProviderAccounts;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.VoiceCatalog;
import dev.evergreen.spi.provider.VoiceCatalogResult;
import dev.evergreen.spi.script.CastMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A market with one painter and two catalogues of voices, one of which is down; plugins and accounts in memory. */
final class FakeMarket {
    private FakeMarket() {}

    static final class FakeOrchestrator implements Orchestrator {
        @Override
        public <Q extends Request<R>, R extends Result> Served<R> call(
                Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) throws CallFailedException {
            Trail trail = new Trail("", options.routing().pinned(), "pinned", List.of(), List.of());
            if (!capability.equals(VoiceCatalog.class)
                    || options.routing().pinned().equals("down")) {
                throw new CallFailedException(ProviderException.Kind.UNAVAILABLE, "Nobody answers.", trail, null);
            }
            @SuppressWarnings("unchecked")
            R voices = (R) new VoiceCatalogResult(
                    List.of(new VoiceCatalogResult.Voice("kevin", "Kevin", "en", CastMember.Gender.MALE)));
            return new Served<>(voices, Map.of(), trail, Money.free(), false);
        }

        @Override
        public <Q extends Request<R>, R extends Result> Ranking rank(
                Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) {
            return capability.equals(ImageGenerator.class)
                    ? new Ranking(List.of(new Ranking.Candidate(
                            "painter/oil",
                            true,
                            "cheapest",
                            Optional.of(Money.usd("0.04")),
                            Optional.empty(),
                            Optional.of(Duration.ofSeconds(9)),
                            Duration.ofSeconds(4),
                            0.25)))
                    : new Ranking(List.of());
        }

        @Override
        public <Q extends Request<R>, R extends Result> CallEstimate estimate(
                Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) {
            throw new AssertionError("estimates are the use case's");
        }

        @Override
        public Routing standard() {
            return Routing.by(Routing.Policy.BALANCED);
        }

        @Override
        public List<OfferStatus> status() {
            return List.of(
                    status("ImageGenerator", "painter", "oil", "HALF_OPEN"),
                    status("VoiceCatalog", "narrator", "voices", "CLOSED"),
                    status("VoiceCatalog", "down", "voices", "OPEN"));
        }

        private static OfferStatus status(String capability, String plugin, String offer, String circuit) {
            return new OfferStatus(
                    capability,
                    plugin,
                    "",
                    offer,
                    "Title",
                    circuit,
                    Optional.of(Samples.NOW),
                    Optional.of(Duration.ofMillis(250)),
                    0.5,
                    2,
                    0.25,
                    Map.of("small", Duration.ofMillis(200)),
                    3,
                    1,
                    "calls=50/60s (as painter knows it)",
                    Duration.ofSeconds(4),
                    "Works.");
        }
    }

    /** Only ever asked for its offers. */
    static final class Painter implements ImageGenerator {
        @Override
        public List<Offer> offers() {
            return List.of(
                    new Offer("oil", "Oil", Offer.Tier.DRAFT, "local", false, Map.of("styles", "picture-book, ink")));
        }

        @Override
        public Support<ImageRequest> support(ImageRequest request, Offer offer) {
            throw new AssertionError("the API asks the orchestrator");
        }

        @Override
        public Quote quote(ImageRequest request, Offer offer) {
            throw new AssertionError("the API asks the orchestrator");
        }

        @Override
        public Outcome<ImageResult> execute(ImageRequest request, Offer offer, CallContext call) {
            throw new AssertionError("the API asks the orchestrator");
        }
    }

    static final class FakePlugins implements PluginSet {
        final Map<String, PluginView> stored = new LinkedHashMap<>();

        @Override
        public List<PluginView> list() {
            return List.copyOf(stored.values());
        }

        @Override
        public Optional<PluginView> find(String symbolicName) {
            return Optional.ofNullable(stored.get(symbolicName));
        }

        @Override
        public PluginView install(InputStream jar, String fileName) {
            try {
                if (jar.read() != 'P') {
                    throw new ProblemException(
                            Problem.Kind.INVALID, "file", fileName + " is no bundle; build it with bnd.");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            PluginView installed = Samples.plugin("com.example.grain", true);
            stored.put(installed.symbolicName(), installed);
            return installed;
        }

        @Override
        public void remove(String symbolicName) {
            stored.remove(symbolicName);
        }

        @Override
        public PluginView enable(String symbolicName) {
            return stored.get(symbolicName);
        }

        @Override
        public PluginView rollBack(String symbolicName) {
            return stored.get(symbolicName);
        }
    }

    static final class FakeAccounts implements ProviderAccounts {
        final Map<UUID, ProviderAccount> stored = new LinkedHashMap<>();

        @Override
        public List<ProviderAccount> list() {
            return stored.values().stream()
                    .sorted(java.util.Comparator.comparingInt(ProviderAccount::position))
                    .toList();
        }

        @Override
        public ProviderAccount change(UUID id, UnaryOperator<ProviderAccount> change) {
            return put(change.apply(Objects.requireNonNull(stored.get(id))));
        }

        @Override
        public ProviderAccount put(ProviderAccount account) {
            stored.put(account.id(), account);
            return account;
        }

        @Override
        public void remove(UUID id) {
            stored.remove(id);
        }

        @Override
        public Health test(UUID id) {
            return new Health(Health.State.DEGRADED, "Slow today.");
        }
    }
}
