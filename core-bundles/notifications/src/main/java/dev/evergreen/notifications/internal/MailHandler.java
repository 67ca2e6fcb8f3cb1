package dev.evergreen.notifications.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.domain.notification.NotificationAddressRepository;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands messages to the mail server (SMTP). */
@Component(configurationPid = NotificationsComponent.PID, property = JobHandler.KIND + "=" + Message.MAIL)
public final class MailHandler implements JobHandler {
    private final Recipients recipients;
    private final Outlets outlets;
    private final Session session;

    @Activate
    public MailHandler(@Reference NotificationAddressRepository addresses, NotificationsConfiguration configuration) {
        this(addresses, Outlets.of(configuration, System::getenv), (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param tls whose certificates are trusted */
    MailHandler(NotificationAddressRepository addresses, Outlets outlets, SSLSocketFactory tls) {
        this.recipients = new Recipients(addresses, outlets);
        this.outlets = outlets;
        this.session = inOwnLoader(() -> Session.getInstance(properties(outlets, tls)));
    }

    @Override
    public JobOutcome handle(JobContext job) throws JobFailedException, MessagingException {
        Message message = Json.read(job.job().input(), Message.class);
        Optional<NotificationAddress> address = recipients.of(message);
        if (address.isEmpty()) {
            return JobOutcome.done("{\"sent\": false}");
        }
        try {
            inOwnLoader(() -> {
                send(message, address.get().target());
                return message;
            });
        } catch (AuthenticationFailedException e) {
            throw new JobFailedException(
                    "The mail server " + outlets.mail().host() + " refuses smtp.user and smtp.password",
                    Optional.empty(),
                    e);
        } catch (SendFailedException e) {
            if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
                throw new JobFailedException(
                        "The mail server " + outlets.mail().host() + " refuses the address "
                                + address.get().target(),
                        Optional.empty(),
                        e);
            }
            throw e;
        }
        return JobOutcome.done("{\"sent\": true}");
    }

    private void send(Message message, String target) throws MessagingException {
        Outlets.Mail mail = outlets.mail();
        MimeMessage mime = new Numbered(session, "<" + message.id() + "@evergreen>");
        mime.setFrom(new InternetAddress(mail.from()));
        mime.setRecipient(RecipientType.TO, new InternetAddress(target));
        mime.setSubject(message.text(), StandardCharsets.UTF_8.name());
        mime.setText(message.text() + "\n\nEvergreen\n", StandardCharsets.UTF_8.name());
        mime.setSentDate(Date.from(message.at()));
        // RFC 3834: nobody's holiday answers to this.
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.saveChanges();
        try (Transport transport = session.getTransport()) {
            if (mail.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(mail.user(), mail.password());
            }
            transport.sendMessage(mime, mime.getAllRecipients());
        }
    }

    private static Properties properties(Outlets outlets, SSLSocketFactory tls) {
        Outlets.Mail mail = outlets.mail();
        String protocol = mail.security() == Outlets.Security.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        String millis = Long.toString(outlets.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", mail.host());
        properties.setProperty(prefix + "port", Integer.toString(mail.port()));
        properties.setProperty(prefix + "auth", Boolean.toString(!mail.user().isEmpty()));
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.socketFactory", tls);
        boolean upgraded = mail.security() == Outlets.Security.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(upgraded));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(upgraded));
        return properties;
    }

    private interface Work<T, X extends Exception> {
        T run() throws X;
    }

    /** The library, which lies inside this bundle, looks for its parts through the context class loader. */
    private static <T, X extends Exception> T inOwnLoader(Work<T, X> work) throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(MailHandler.class.getClassLoader());
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Keeps its number however often it is sent, so that a repetition can be told. */
    private static final class Numbered extends MimeMessage {
        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
