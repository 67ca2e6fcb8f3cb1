package dev.evergreen.api.internal.http;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends envelopes. */
public final class Envelopes {
    private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);

    private Envelopes() {}

    static Envelope.Meta meta(Context context, Clock clock, Optional<Envelope.PageMeta> page) {
        return new Envelope.Meta(
                clock.instant().truncatedTo(ChronoUnit.MILLIS), Exchange.VERSION, Guard.correlationId(context), page);
    }

    static void send(Context context, Envelope envelope) {
        context.contentType("application/json").result(ApiJson.write(envelope));
    }

    static void refuse(Context context, Clock clock, int status, List<Envelope.Fault> faults) {
        if (context.res().isCommitted()) {
            breakOff(context, faults);
            return;
        }
        // The beginning of a file may wait there to be sent.
        context.res().resetBuffer();
        context.status(status);
        context.removeHeader("ETag");
        context.header("Cache-Control", "no-store");
        send(context, new Envelope(null, meta(context, clock, Optional.empty()), faults));
    }

    /** Words would become a part of the file that is being sent; only a connection that breaks says that it is not whole. */
    private static void breakOff(Context context, List<Envelope.Fault> faults) {
        LOG.warn("{} broke off: {}", context.path(), faults);
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /**
     * Refuses with one error for each message.
     *
     * @param messages by field
     */
    public static void refuse(Exchange exchange, int status, String code, List<Map.Entry<String, String>> messages) {
        refuse(
                exchange.context(),
                exchange.clock(),
                status,
                messages.stream()
                        .map(message -> new Envelope.Fault(code, message.getKey(), message.getValue()))
                        .toList());
    }
}
