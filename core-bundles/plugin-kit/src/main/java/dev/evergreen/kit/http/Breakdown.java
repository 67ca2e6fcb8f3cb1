package dev.evergreen.kit.http;

import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;

/** What it means when there is no answer: whether anything was sent decides whether something may have been bought. */
final class Breakdown {
    private Breakdown() {}

    static ProviderException of(String vendor, VendorRequest request, Redaction redaction, Throwable cause) {
        if (cause instanceof ProviderException failure) {
            return failure;
        }
        String reason =
                cause.getMessage() == null ? cause.getClass().getSimpleName() : redaction.of(cause.getMessage());
        Throwable shown = redaction.of(cause);
        if (cause instanceof HttpConnectTimeoutException
                || cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SSLHandshakeException) {
            return new ProviderException(
                    Kind.UNAVAILABLE, vendor + " cannot be reached: " + request + " (" + reason + ")", shown);
        }
        if (cause instanceof HttpTimeoutException) {
            return new ProviderException(Kind.TIMEOUT, vendor + " did not answer in time: " + request, shown);
        }
        // A question that was broken off is asked again; an order that was broken off may have been bought.
        boolean question = request.method().equals("GET") && cause instanceof IOException;
        return new ProviderException(
                question ? Kind.UNAVAILABLE : Kind.BAD_RESPONSE,
                vendor + " broke off: " + request + " (" + reason + ")",
                shown);
    }
}
