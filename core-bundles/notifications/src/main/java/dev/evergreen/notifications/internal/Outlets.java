package dev.evergreen.notifications.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.network.AddressGuard;
import dev.evergreen.domain.notification.Channel;
import dev.evergreen.domain.storage.SecretReferences;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The configuration, checked: where messages may go.
 *
 * @param webhookHosts in lower case, {@code *.} for all hosts below
 * @param webhookNetworks private networks that webhooks may reach all the same
 * @param timeout of one connection and one answer
 */
record Outlets(Mail mail, List<String> webhookHosts, List<String> webhookNetworks, Duration timeout) {
    private static final String FILE = "etc/dev.evergreen.notifications.cfg";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @param host empty for no e-mail */
    record Mail(String host, int port, Security security, String user, String password, String from) {}

    /** How the connection to the mail server is kept from others. */
    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    Outlets {
        webhookHosts = List.copyOf(webhookHosts);
        webhookNetworks = List.copyOf(webhookNetworks);
    }

    /** @throws IllegalArgumentException naming the key that cannot be used */
    static Outlets of(NotificationsConfiguration configuration, UnaryOperator<@Nullable String> environment) {
        String host = configuration.smtp_host().strip();
        Security security = security(configuration.smtp_security());
        String password = SecretReferences.resolve(
                "The mail server's password", "smtp.password in " + FILE, configuration.smtp_password(), environment);
        if (security == Security.NONE && !password.isEmpty()) {
            throw new IllegalArgumentException(
                    FILE + ": smtp.security is none, which would tell everybody smtp.password; use starttls or tls");
        }
        if (!host.isEmpty() && !isMailAddress(configuration.smtp_from())) {
            throw new IllegalArgumentException(FILE + ": smtp.from is '" + configuration.smtp_from()
                    + "', which is no e-mail address; smtp.host needs one");
        }
        List<String> networks = words(configuration.webhook_networks());
        try {
            AddressGuard.publicOr(networks);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(FILE + ": webhook.networks has " + e.getMessage(), e);
        }
        int seconds = within("timeout.seconds", configuration.timeout_seconds(), 1, 120);
        return new Outlets(
                new Mail(
                        host,
                        within("smtp.port", configuration.smtp_port(), 1, 65_535),
                        security,
                        configuration.smtp_user().strip(),
                        password,
                        configuration.smtp_from().strip()),
                words(configuration.webhook_hosts()),
                networks,
                Duration.ofSeconds(seconds));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What webhooks may reach, whatever their host's name says. */
    Predicate<InetAddress> reachable() {
        return AddressGuard.publicOr(webhookNetworks);
    }

    /** How an operator lets a host be reached that lies in a private network. */
    static String wayIn() {
        return "the operator allows private networks by webhook.networks in " + FILE;
    }

    /** @throws ProblemException INVALID, saying why messages cannot go there */
    void require(Channel channel, String target) {
        if (channel == Channel.WEBHOOK) {
            requireWebhook(target);
        } else if (mail.host.isEmpty()) {
            throw refused("No mail server is configured, so no e-mail can be sent; set smtp.host in " + FILE + ".");
        } else if (!isMailAddress(target)) {
            throw refused("'" + target + "' is no e-mail address.");
        }
    }

    private void requireWebhook(String target) {
        URI address;
        try {
            address = URI.create(target);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(List.of(problem("'" + target + "' is no URL; it looks like https://…")), e);
        }
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        boolean secret = "https".equalsIgnoreCase(address.getScheme());
        boolean here = "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(host);
        if (host.isEmpty() || !secret && !here || address.getUserInfo() != null || address.getFragment() != null) {
            throw refused("'" + target + "' is no address of a webhook; it looks like https://host/path.");
        }
        if (webhookHosts.stream().noneMatch(allowed -> covers(allowed, host))) {
            throw refused("Webhooks may not go to '" + host + "'; the operator allows hosts by webhook.hosts in " + FILE
                    + ".");
        }
        requireReachable(host);
    }

    /** Numbers are checked when they are given; what a name leads to may change and is checked when something is sent. */
    private void requireReachable(String host) {
        if (!host.matches("[0-9.]+|\\[.*]") && !host.equals("localhost")) {
            return;
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        boolean reached;
        try {
            reached = Arrays.stream(InetAddress.getAllByName(bare)).allMatch(reachable());
        } catch (UnknownHostException e) {
            throw new ProblemException(List.of(problem("'" + host + "' is no address.")), e);
        }
        if (!reached) {
            throw refused("'" + host + "' lies in a private network; " + wayIn() + ".");
        }
    }

    private static boolean covers(String allowed, String host) {
        return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
    }

    /** One address as RFC 5321 has it, without its rarities. */
    private static boolean isMailAddress(String text) {
        return text.strip().matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
    }

    private static Security security(String word) {
        return Arrays.stream(Security.values())
                .filter(security -> security.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        FILE + ": smtp.security is '" + word + "'; choose starttls, tls or none"));
    }

    private static int within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    FILE + ": " + key + " = " + value + " is outside " + least + " to " + most);
        }
        return value;
    }

    private static ProblemException refused(String message) {
        return new ProblemException(List.of(problem(message)), null);
    }

    private static Problem problem(String message) {
        return new Problem(Problem.Kind.INVALID, "target", message);
    }
}
