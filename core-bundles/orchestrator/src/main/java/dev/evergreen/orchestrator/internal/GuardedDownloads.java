package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.network.AddressGuard;
import dev.evergreen.domain.network.AddressRefusedException;
import dev.evergreen.domain.network.GuardedExchange;
import dev.evergreen.domain.network.HttpAnswer;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Downloads;
import dev.evergreen.spi.provider.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches what a vendor's answer points to; every hop is an exchange of its own with a public address. */
final class GuardedDownloads implements Downloads {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedDownloads.class);
    private static final int MOST_REDIRECTS = 5;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(30);
    private static final int BUFFER = 1 << 16;
    private static final byte[] NOTHING = {};
    private static final Map<String, String> HEADERS =
            Map.of("User-Agent", "Evergreen", "Accept", "*/*", "Accept-Encoding", "identity");

    private final CallContext call;
    private final Predicate<InetAddress> allowed;
    private final SSLSocketFactory tls;
    private final Clock clock;

    GuardedDownloads(CallContext call, Clock clock) {
        this(call, clock, AddressGuard::isPublic, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    GuardedDownloads(CallContext call, Clock clock, Predicate<InetAddress> allowed, SSLSocketFactory tls) {
        this.call = call;
        this.clock = clock;
        this.allowed = allowed;
        this.tls = tls;
    }

    @Override
    public Path fetch(URI address, long maximumBytes) throws ProviderException {
        URI at = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            call.throwIfCancelled();
            Hop result = request(at, maximumBytes);
            if (result.redirect == null) {
                return result.file;
            }
            at = result.redirect;
        }
        throw bad(address, "is redirected more than " + MOST_REDIRECTS + " times", null);
    }

    private Hop request(URI address, long maximumBytes) throws ProviderException {
        try (GuardedExchange exchange = GuardedExchange.to(address, allowed, tls);
                AutoCloseable cancellation = call.onCancel(() -> close(exchange))) {
            return receive(exchange.send("GET", HEADERS, NOTHING, limits()), address, maximumBytes);
        } catch (AddressRefusedException e) {
            throw bad(address, String.valueOf(e.getMessage()), e);
        } catch (UnknownHostException e) {
            throw bad(address, "names a host that is not known", e);
        } catch (SocketTimeoutException e) {
            throw new ProviderException(
                    ProviderException.Kind.TIMEOUT, "The download from " + shown(address) + " does not answer", e);
        } catch (IOException e) {
            call.throwIfCancelled();
            throw bad(address, "cannot be downloaded: " + e.getMessage(), e);
        } catch (ProviderException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Unsubscribing does not fail", e);
        }
    }

    private GuardedExchange.Limits limits() {
        Duration left = Duration.between(clock.instant(), call.deadline());
        return new GuardedExchange.Limits(CONNECT_LIMIT, SILENCE_LIMIT, left);
    }

    private Hop receive(HttpAnswer answer, URI address, long maximumBytes) throws IOException, ProviderException {
        if (answer.isRedirect()) {
            List<String> location = answer.header("location");
            if (location.isEmpty()) {
                throw bad(address, "is redirected to nowhere", null);
            }
            try {
                return new Hop(call.workspace().newFile(".none"), address.resolve(location.get(0)));
            } catch (IllegalArgumentException e) {
                throw bad(address, "is redirected to something that is no address", e);
            }
        }
        if (answer.status() == 429 || answer.status() >= 500) {
            throw new ProviderException(
                    ProviderException.Kind.UNAVAILABLE,
                    "The download from " + shown(address) + " is refused for now with status " + answer.status());
        }
        if (answer.status() != 200) {
            throw bad(address, "answers with status " + answer.status(), null);
        }
        if (answer.length() > maximumBytes) {
            throw bad(address, "has " + answer.length() + " bytes; at most " + maximumBytes + " are wanted", null);
        }
        return new Hop(save(answer, address, maximumBytes), null);
    }

    private Path save(HttpAnswer answer, URI address, long maximumBytes) throws IOException, ProviderException {
        Path file = call.workspace().newFile(ending(address));
        long total = 0;
        try (InputStream body = answer.body();
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                total += read;
                if (total > maximumBytes) {
                    throw bad(address, "has more than the " + maximumBytes + " bytes that are wanted", null);
                }
                if (!clock.instant().isBefore(call.deadline())) {
                    throw new ProviderException(
                            ProviderException.Kind.TIMEOUT,
                            "The download from " + shown(address) + " is too slow: " + total
                                    + " bytes by the deadline");
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException | ProviderException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    private static String ending(URI address) {
        String path = String.valueOf(address.getPath());
        int dot = path.lastIndexOf('.');
        String ending = dot < 0 ? "" : path.substring(dot).toLowerCase(Locale.ROOT);
        return ending.matches("\\.[a-z0-9]{1,8}") ? ending : ".bin";
    }

    private static void close(GuardedExchange exchange) {
        try {
            exchange.close();
        } catch (IOException e) {
            LOG.debug("A cancelled download's socket cannot be closed", e);
        }
    }

    private static ProviderException bad(URI address, String what, @Nullable Throwable cause) {
        return new ProviderException(
                ProviderException.Kind.BAD_RESPONSE, "The address " + shown(address) + " " + what, cause);
    }

    /** Without the query, which often holds a signature. */
    private static String shown(URI address) {
        return address.getScheme() + "://" + address.getHost()
                + (address.getPort() < 0 ? "" : ":" + address.getPort())
                + (address.getRawPath() == null ? "" : address.getRawPath());
    }

    private record Hop(Path file, @Nullable URI redirect) {}
}
