package dev.evergreen.notifications.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.network.AddressRefusedException;
import dev.evergreen.domain.network.GuardedExchange;
import dev.evergreen.domain.network.HttpAnswer;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.domain.notification.NotificationAddressRepository;
import dev.evergreen.domain.plugin.SecretStore;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts messages to webhooks, signed, and only to addresses that may be reached; never follows them elsewhere. */
@Component(configurationPid = NotificationsComponent.PID, property = JobHandler.KIND + "=" + Message.WEBHOOK)
public final class WebhookHandler implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookHandler.class);
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final Recipients recipients;
    private final SecretStore secrets;
    private final Outlets outlets;
    private final Clock clock;
    private final SSLSocketFactory tls;

    @Activate
    public WebhookHandler(
            @Reference NotificationAddressRepository addresses,
            @Reference SecretStore secrets,
            NotificationsConfiguration configuration) {
        this(addresses, secrets, Outlets.of(configuration, System::getenv), Clock.systemUTC(), (SSLSocketFactory)
                SSLSocketFactory.getDefault());
    }

    /** @param tls whose certificates are trusted */
    WebhookHandler(
            NotificationAddressRepository addresses,
            SecretStore secrets,
            Outlets outlets,
            Clock clock,
            SSLSocketFactory tls) {
        this.recipients = new Recipients(addresses, outlets);
        this.secrets = secrets;
        this.outlets = outlets;
        this.clock = clock;
        this.tls = tls;
    }

    @Override
    public JobOutcome handle(JobContext job) throws Exception {
        Message message = Json.read(job.job().input(), Message.class);
        Optional<NotificationAddress> address = recipients.of(message);
        if (address.isEmpty()) {
            return JobOutcome.done("{\"sent\": false}");
        }
        post(message, address.get(), job);
        return JobOutcome.done("{\"sent\": true}");
    }

    void post(Message message, NotificationAddress address, JobContext job) throws Exception {
        byte[] body = Json.write(new Body(message.event(), message.at(), message.text(), message.data()))
                .getBytes(StandardCharsets.UTF_8);
        URI target = URI.create(address.target());
        Duration limit = outlets.timeout();
        try (GuardedExchange exchange = GuardedExchange.to(target, outlets.reachable(), tls);
                AutoCloseable cancellation = job.onCancel(() -> breakOff(exchange))) {
            judge(
                    target.getHost(),
                    exchange.send(
                            "POST",
                            headers(message, address, body),
                            body,
                            new GuardedExchange.Limits(limit, limit, limit)));
        } catch (AddressRefusedException e) {
            throw new JobFailedException(
                    target.getHost() + " " + e.getMessage() + "; " + Outlets.wayIn(), Optional.empty(), e);
        } catch (SocketTimeoutException e) {
            throw new IOException(target.getHost() + " did not answer within " + limit.toSeconds() + " s", e);
        }
    }

    private Map<String, String> headers(Message message, NotificationAddress address, byte[] body) {
        String id = message.id().toString();
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Evergreen");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put(
                "webhook-signature",
                WebhookSignature.of(
                        secrets.resolve(address.secret()), id, seconds, new String(body, StandardCharsets.UTF_8)));
        return headers;
    }

    private static void breakOff(GuardedExchange exchange) {
        try {
            exchange.close();
        } catch (IOException e) {
            LOG.debug("A cancelled webhook's socket cannot be closed", e);
        }
    }

    private static void judge(String host, HttpAnswer answer) throws JobFailedException, IOException {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return;
        }
        String sentence = host + " answered the webhook with " + status;
        Optional<Duration> rest = answer.header("retry-after").stream()
                .findFirst()
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(value -> value.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : value);
        boolean later =
                status >= 500 || status == REQUEST_TIMEOUT || status == TOO_EARLY || status == TOO_MANY_REQUESTS;
        if (later && rest.isEmpty()) {
            throw new IOException(sentence);
        }
        throw new JobFailedException(sentence, later ? rest : Optional.empty(), null);
    }

    /** What is posted. */
    private record Body(String type, Instant timestamp, String text, Map<String, String> data) {}
}
