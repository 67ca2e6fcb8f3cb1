package dev.evergreen.kit.http;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with one vendor for one account. Each request is sent once; it ends at the call's deadline, when the caller gives up, or when
 * the answer is larger than wanted. Redirects are refused, and keys go to the vendor's own hosts only. Thread-safe; close it with the
 * component that made it, and no thread or connection stays.
 */
public final class VendorClient implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final int LONGEST_MESSAGE = 600;

    private final String vendor;
    private final URI base;
    private final Set<String> hosts;
    private final Authorization authorization;
    private final Map<String, String> headers;
    private final ErrorMapper errors;
    private final Clock clock;
    private final ExecutorService threads;
    private final Set<CompletableFuture<?>> running = ConcurrentHashMap.newKeySet();
    private volatile @Nullable HttpClient http;

    /**
     * Where a vendor is and how it is spoken with.
     *
     * @param vendor its name, for messages
     * @param base address below which all paths lie
     * @param hosts further hosts of the vendor, which may see the key as well; a name counts for its subdomains too
     * @param authorization shows whose requests are
     * @param headers that every request has
     * @param errors knows the vendor's errors
     */
    public record Setup(
            String vendor,
            URI base,
            Set<String> hosts,
            Authorization authorization,
            Map<String, String> headers,
            ErrorMapper errors) {
        public Setup {
            hosts = Set.copyOf(hosts);
            headers = Map.copyOf(headers);
        }
    }

    public VendorClient(Setup setup) {
        this(setup, Clock.systemUTC());
    }

    /** @param clock of the calls' deadlines */
    public VendorClient(Setup setup, Clock clock) {
        this.vendor = setup.vendor();
        this.base = setup.base();
        this.hosts = setup.hosts();
        this.authorization = setup.authorization();
        this.headers = setup.headers();
        this.errors = setup.errors();
        this.clock = clock;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(
                    work, "evergreen-" + vendor.toLowerCase(Locale.ROOT).replace(' ', '-') + "-http");
            thread.setDaemon(true);
            return thread;
        });
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build();
    }

    /**
     * The successful answer, held in memory.
     *
     * @throws ProviderException of the kind that the vendor's {@link ErrorMapper} says for any other answer, and of the kind that fits
     *     where there is no answer: UNAVAILABLE when nothing was sent, TIMEOUT, CANCELLED, else BAD_RESPONSE
     */
    public Answer send(VendorRequest request, CallContext call) throws ProviderException {
        return success(exchange(request, Patience.of(call, clock), new Sinks.Memory()));
    }

    /** As {@link #send(VendorRequest, CallContext)} outside of any call: for health probes and lists. */
    public Answer send(VendorRequest request, Duration patience) throws ProviderException {
        return success(exchange(request, Patience.of(patience), new Sinks.Memory()));
    }

    /** A free question's answer as a probe's: whether the vendor serves, with its words where it does not. */
    public Health probe(VendorRequest request, Duration patience) {
        try {
            send(request, patience);
            return new Health(Health.State.UP, vendor + " answers.");
        } catch (ProviderException e) {
            boolean busy = e.kind() == Kind.RATE_LIMITED || e.kind() == Kind.OVERLOADED;
            return new Health(busy ? Health.State.DEGRADED : Health.State.DOWN, String.valueOf(e.getMessage()));
        }
    }

    /** Writes a successful answer's body into the file while it arrives. An unfinished file is removed. */
    public Answer save(VendorRequest request, CallContext call, Path file) throws ProviderException {
        return success(exchange(request, Patience.of(call, clock), new Sinks.ToFile(file)));
    }

    /**
     * A file that the vendor gives itself, or sends us on for: elsewhere it is fetched by the call's guarded downloads, without the key.
     *
     * @param ending of the file's name, with its dot
     */
    public Path fetch(VendorRequest request, CallContext call, String ending) throws ProviderException {
        Path file = call.workspace().newFile(ending);
        Answer answer = exchange(request, Patience.of(call, clock), new Sinks.ToFile(file));
        Optional<String> elsewhere = answer.status() / 100 == 3 ? answer.header("location") : Optional.empty();
        if (elsewhere.isEmpty()) {
            success(answer);
            return file;
        }
        try {
            URI next = request.address(base, Map.of()).resolve(elsewhere.get());
            return call.downloads().fetch(next, request.most());
        } catch (IllegalArgumentException e) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE, vendor + " sends us on to something that is no address: " + request);
        }
    }

    /** Tells a successful answer's lines, as NDJSON has them, while they arrive. */
    public Answer lines(VendorRequest request, CallContext call, StreamListener<String> listener)
            throws ProviderException {
        return success(exchange(request, Patience.of(call, clock), new Sinks.Lines(listener)));
    }

    /** Tells a successful answer's events while they arrive. */
    public Answer events(VendorRequest request, CallContext call, StreamListener<ServerSentEvent> listener)
            throws ProviderException {
        return lines(request.header("Accept", "text/event-stream"), call, new EventReader(listener));
    }

    /** What went wrong inside an answer with a successful status, in the vendor's name and with the request's id. */
    public ProviderException failure(Answer answer, Failure failure) {
        String said = failure.message().strip().replaceAll("\\s+", " ");
        String message = vendor + " answered " + answer.status()
                + (failure.code().isBlank() ? "" : " (" + failure.code() + ")")
                + (said.isEmpty() ? "" : ": " + shortened(said))
                + answer.named();
        return new ProviderException(
                failure.kind(), redaction().of(message), null, failure.retryAfter(), failure.charge());
    }

    /** Ends what is under way and lets go of threads and connections. */
    @Override
    public void close() {
        HttpClient last = http;
        http = null;
        running.forEach(one -> one.cancel(true));
        // From Java 21 on; before, the client's own thread ends when nobody holds the client any more.
        if (last instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("The connections to " + vendor + " cannot be closed", e);
            }
        }
        threads.shutdown();
    }

    private Answer success(Answer answer) throws ProviderException {
        if (answer.isSuccess()) {
            return answer;
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE,
                    vendor + " answered " + answer.status()
                            + " and wants to send us elsewhere, where our key does not go; check its base address"
                            + answer.named(),
                    null,
                    Optional.empty(),
                    Optional.of(Money.free()));
        }
        throw failure(answer, errors.failure(answer));
    }

    private Answer exchange(VendorRequest request, Patience patience, Sinks.Sink sink) throws ProviderException {
        HttpClient client = http;
        if (client == null) {
            throw new ProviderException(Kind.UNAVAILABLE, "The plugin that speaks with " + vendor + " was stopped");
        }
        patience.check();
        Authorization.Credentials credentials = authorization.credentials();
        Duration left = patience.left().compareTo(request.limit()) < 0 ? patience.left() : request.limit();
        if (left.toMillis() < 1) {
            throw new ProviderException(
                    Kind.TIMEOUT,
                    vendor + " was not asked any more: the deadline has passed",
                    null,
                    Optional.empty(),
                    Optional.of(Money.free()));
        }
        HttpRequest built = build(request, credentials, left);
        BodyHandler<byte[]> handler = info ->
                new Sinks.Subscriber(info.statusCode() / 100 == 2 ? sink : new Sinks.Memory(), request.most(), vendor);
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(built, handler);
        running.add(answer);
        AtomicBoolean givenUp = new AtomicBoolean();
        AutoCloseable watched = patience.onCancel(() -> {
            givenUp.set(true);
            answer.cancel(true);
        });
        boolean served = false;
        try {
            HttpResponse<byte[]> response = answer.get(left.toMillis(), TimeUnit.MILLISECONDS);
            served = response.statusCode() / 100 == 2;
            return new Answer(vendor, response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ProviderException(
                    Kind.TIMEOUT, vendor + " did not answer within " + left.toMillis() + " ms: " + request, e);
        } catch (CancellationException e) {
            throw givenUp(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProviderException(
                    Kind.CANCELLED, "The call was interrupted while " + vendor + " worked on it", e);
        } catch (ExecutionException e) {
            if (givenUp.get() || http == null) {
                // What was cancelled may end as broken off.
                throw givenUp(e);
            }
            throw Breakdown.of(
                    vendor, request, new Redaction(credentials.secrets()), e.getCause() == null ? e : e.getCause());
        } finally {
            running.remove(answer);
            withdraw(watched);
            if (!served) {
                sink.abandon();
            }
        }
    }

    private ProviderException givenUp(Exception cause) {
        return new ProviderException(Kind.CANCELLED, "The call was given up while " + vendor + " worked on it", cause);
    }

    private HttpRequest build(VendorRequest request, Authorization.Credentials credentials, Duration left)
            throws ProviderException {
        URI address;
        try {
            address = request.address(base, credentials.query());
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Kind.BAD_RESPONSE, vendor + " gave something that is no address: " + request);
        }
        if (!isOurs(address)) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE,
                    vendor + " gave an address on " + address.getHost() + ", where our key does not go: " + request);
        }
        try {
            // Over plain HTTP an offer of HTTP/2 makes some servers drop the body.
            HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                    .version(
                            "https".equalsIgnoreCase(address.getScheme())
                                    ? HttpClient.Version.HTTP_2
                                    : HttpClient.Version.HTTP_1_1)
                    .timeout(left)
                    .method(request.method(), request.publisher())
                    .setHeader("User-Agent", "Evergreen")
                    .setHeader("Accept", "*/*");
            headers.forEach(builder::setHeader);
            request.headers().forEach(builder::setHeader);
            credentials.headers().forEach(builder::setHeader);
            return builder.build();
        } catch (FileNotFoundException e) {
            throw new ProviderException(
                    Kind.INVALID_REQUEST, "A file that " + vendor + " should get is not there: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // Its message may quote a header.
            throw new ProviderException(
                    Kind.INVALID_REQUEST, "The address or a header for " + vendor + " cannot be sent: " + request);
        }
    }

    /** A vendor's own answer may name any address; the key stays with the vendor. */
    private boolean isOurs(URI address) {
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null) {
            return false;
        }
        boolean same = host.equalsIgnoreCase(base.getHost()) && address.getPort() == base.getPort();
        boolean safe =
                address.getScheme().equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        String lower = host.toLowerCase(Locale.ROOT);
        return safe && (same || hosts.stream().anyMatch(own -> lower.equals(own) || lower.endsWith("." + own)));
    }

    private Redaction redaction() {
        try {
            return new Redaction(authorization.credentials().secrets());
        } catch (ProviderException e) {
            // Without a secret there is none to hide.
            return new Redaction(Set.of());
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static void withdraw(AutoCloseable watched) {
        try {
            watched.close();
        } catch (Exception e) {
            throw new IllegalStateException("A cancellation cannot be unsubscribed", e);
        }
    }
}
