package dev.evergreen.api.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.DeliveryView;
import dev.evergreen.api.internal.view.JobView;
import dev.evergreen.api.internal.view.Links;
import dev.evergreen.api.internal.view.NotificationAddressView;
import dev.evergreen.domain.notification.Channel;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.notifications.Notifications;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;

/** Where somebody is told that work has ended. */
public final class NotificationsResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.get("/notifications/addresses", this::list);
        routes.post("/notifications/addresses", this::add);
        routes.delete("/notifications/addresses/{addressId}", this::remove);
        routes.post("/notifications/addresses/{addressId}/test", this::test);
        routes.get("/notifications/deliveries", this::deliveries);
    }

    private void list(Exchange exchange) {
        exchange.ok(notifications(exchange).addresses(exchange.person()).stream()
                .map(NotificationAddressView::of)
                .toList());
    }

    private void add(Exchange exchange) throws IOException {
        JsonNode body = exchange.body("NewNotificationAddress", JsonNode.class);
        Channel channel = Channel.valueOf(body.get("channel").asText().toUpperCase(Locale.ROOT));
        Notifications.Added added = notifications(exchange)
                .add(exchange.person(), channel, body.get("target").asText());
        exchange.created(Links.notificationAddress(added.address().id()), NotificationAddressView.withSecret(added));
    }

    private void remove(Exchange exchange) {
        notifications(exchange).remove(exchange.person(), exchange.id("addressId"));
        exchange.nothing();
    }

    private void test(Exchange exchange) {
        UUID job = notifications(exchange).test(exchange.person(), exchange.id("addressId"));
        exchange.accepted(JobView.of(exchange.part(Jobs.class).find(job).orElseThrow()));
    }

    private void deliveries(Exchange exchange) {
        exchange.ok(notifications(exchange).deliveries(exchange.person()).stream()
                .map(DeliveryView::of)
                .toList());
    }

    private static Notifications notifications(Exchange exchange) {
        return exchange.part(Notifications.class);
    }
}
