package dev.evergreen.notifications.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.domain.notification.NotificationAddressRepository;
import dev.evergreen.domain.plugin.SecretStore;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Posts messages to webhooks, signed; never follows them elsewhere. */
@Component(configurationPid = NotificationsComponent.PID, property = JobHandler.KIND + "=" + Message.WEBHOOK)
public final class WebhookHandler implements JobHandler {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final Recipients recipients;
    private final SecretStore secrets;
    private final Outlets outlets;
    private final Clock clock;
    private final HttpClient client;

    @Activate
    public WebhookHandler(
            @Reference NotificationAddressRepository addresses,
            @Reference SecretStore secrets,
            NotificationsConfiguration configuration) {
        this(addresses, secrets, Outlets.of(configuration, System::getenv), Clock.systemUTC());
    }

    WebhookHandler(NotificationAddressRepository addresses, SecretStore secrets, Outlets outlets, Clock clock) {
        this.recipients = new Recipients(addresses, outlets);
        this.secrets = secrets;
        this.outlets = outlets;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(outlets.timeout())
                .build();
    }

    @Override
    public JobOutcome handle(JobContext job) throws JobFailedException, IOException, InterruptedException {
        Message message = Json.read(job.job().input(), Message.class);
        Optional<NotificationAddress> address = recipients.of(message);
        if (address.isEmpty()) {
            return JobOutcome.done("{\"sent\": false}");
        }
        HttpResponse<Void> answer =
                client.send(request(message, address.get()), HttpResponse.BodyHandlers.discarding());
        judge(address.get(), answer);
        return JobOutcome.done("{\"sent\": true}");
    }

    private HttpRequest request(Message message, NotificationAddress address) {
        String body = Json.write(new Body(message.event(), message.at(), message.text(), message.data()));
        String id = message.id().toString();
        long seconds = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(URI.create(address.target()))
                .timeout(outlets.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Evergreen")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", WebhookSignature.of(secrets.resolve(address.secret()), id, seconds, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static void judge(NotificationAddress address, HttpResponse<Void> answer)
            throws JobFailedException, IOException {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        String sentence = URI.create(address.target()).getHost() + " answered the webhook with " + status;
        Optional<Duration> rest = answer.headers()
                .firstValue("Retry-After")
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
