package dev.evergreen.provider.amazon.polly.internal;

import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Secrets;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.polly.PollyClient;

/** What all capabilities of an account share. Its probe lists the voices, which costs nothing. */
final class PollyAccount implements HealthProbe, AutoCloseable {
    private final VendorClient client;
    private final Catalogue catalogue;
    private final Secrets secrets;
    private final Duration patience;
    private final URI base;
    private final String region;
    private final String accessKeyId;
    private final String reference;

    PollyAccount(Settings settings, Secrets secrets) {
        this.secrets = secrets;
        this.base = settings.address("baseUrl");
        this.region = settings.text("signingRegion");
        this.accessKeyId = settings.text("accessKeyId");
        this.reference = settings.text("apiKey");
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        // The SDK signs; the key is named here so that no message shows it.
        Authorization signedElsewhere = () -> new Authorization.Credentials(
                Map.of(), Map.of(), Set.of(secrets.resolve(reference).strip()));
        this.client = new VendorClient(
                new VendorClient.Setup("Polly", base, Set.of(), signedElsewhere, Map.of(), new PollyErrors()));
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Asks through the SDK, and takes the vendor's failures as our client understood them. */
    <T> T ask(CallContext call, Function<PollyClient, T> question) throws ProviderException {
        return ask(new PollyTransport(request -> client.send(request.within(patience), call)), question);
    }

    @Override
    public Health probe(Duration timeout) {
        try {
            ask(new PollyTransport(request -> client.send(request, timeout)), polly -> polly.describeVoices());
            return new Health(Health.State.UP, "Polly answers.");
        } catch (ProviderException e) {
            boolean busy = e.kind() == Kind.RATE_LIMITED || e.kind() == Kind.OVERLOADED;
            return new Health(busy ? Health.State.DEGRADED : Health.State.DOWN, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private <T> T ask(PollyTransport transport, Function<PollyClient, T> question) throws ProviderException {
        String key = secrets.resolve(reference).strip();
        try (PollyClient polly = PollyClient.builder()
                .httpClient(transport)
                .endpointOverride(base)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, key)))
                // Retries belong to the engine, and a machine's own AWS configuration is not ours.
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build()))
                .build()) {
            return question.apply(polly);
        } catch (SdkException e) {
            if (transport.failure().isPresent()) {
                throw transport.failure().get();
            }
            throw new ProviderException(
                    Kind.BAD_RESPONSE, "The answer of Polly cannot be understood: " + e.getMessage(), e);
        }
    }
}
