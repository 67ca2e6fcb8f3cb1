package dev.evergreen.notifications.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The way out of the node; {@code etc/dev.evergreen.notifications.cfg}. */
@ObjectClassDefinition(
        name = "Notifications",
        description = "Which mail server and which hosts may be told that work has ended.")
@interface NotificationsConfiguration {
    @AttributeDefinition(
            name = "SMTP host",
            required = false,
            description = "The mail server that takes this node's messages; empty for no e-mail.")
    String smtp_host() default "";

    @AttributeDefinition(name = "SMTP port", description = "587 for starttls, 465 for tls, 25 for none.")
    int smtp_port() default 587;

    @AttributeDefinition(
            name = "SMTP security",
            description = "starttls, tls or none; the certificate must name the host. Never none with a password.")
    String smtp_security() default "starttls";

    @AttributeDefinition(name = "SMTP user", required = false, description = "Empty when the server asks for none.")
    String smtp_user() default "";

    @AttributeDefinition(
            name = "SMTP password",
            required = false,
            description = "Where the password is: env:NAME or file:PATH.")
    String smtp_password() default "";

    @AttributeDefinition(name = "SMTP sender", required = false, description = "The address messages come from.")
    String smtp_from() default "";

    @AttributeDefinition(
            name = "Webhook hosts",
            required = false,
            description =
                    "Hosts that webhooks may go to, separated by commas, *.example.org for all below; empty for none.")
    String webhook_hosts() default "";

    @AttributeDefinition(
            name = "Webhook networks",
            required = false,
            description =
                    "Private networks that webhooks may reach all the same, such as 10.1.0.0/16, separated by commas;"
                            + " empty for public addresses only.")
    String webhook_networks() default "";

    @AttributeDefinition(name = "Timeout (s)", description = "How long a server may take to answer, 1 to 120.")
    int timeout_seconds() default 15;
}
