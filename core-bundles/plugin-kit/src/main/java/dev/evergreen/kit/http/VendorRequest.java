package dev.evergreen.kit.http;

import java.io.FileNotFoundException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked of a vendor. Immutable: every method gives a new one. */
public final class VendorRequest {
    private static final Duration USUAL_LIMIT = Duration.ofMinutes(10);
    private static final long USUAL_SIZE = 64L << 20;

    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final Map<String, String> query;
    private final Body body;
    private final Duration limit;
    private final long most;

    private interface Body {
        BodyPublisher publisher() throws FileNotFoundException;
    }

    private VendorRequest(
            String method,
            String target,
            Map<String, String> headers,
            Map<String, String> query,
            Body body,
            Duration limit,
            long most) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.query = query;
        this.body = body;
        this.limit = limit;
        this.most = most;
    }

    /**
     * @param target a path below the vendor's base address without a leading slash, or an address that the vendor gave, which must be
     *     on one of its hosts
     */
    public static VendorRequest of(String method, String target) {
        return new VendorRequest(method, target, Map.of(), Map.of(), BodyPublishers::noBody, USUAL_LIMIT, USUAL_SIZE);
    }

    public static VendorRequest get(String target) {
        return of("GET", target);
    }

    public static VendorRequest post(String target) {
        return of("POST", target);
    }

    public static VendorRequest delete(String target) {
        return of("DELETE", target);
    }

    /** A text as one segment of a path. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public VendorRequest header(String name, String value) {
        return new VendorRequest(method, target, with(headers, name, value), query, body, limit, most);
    }

    public VendorRequest query(String name, String value) {
        return new VendorRequest(method, target, headers, with(query, name, value), body, limit, most);
    }

    /** @param value maps, lists, texts, numbers and flags */
    public VendorRequest json(Object value) {
        return text("application/json", JsonAnswer.write(value));
    }

    public VendorRequest text(String mediaType, String text) {
        return body(mediaType, () -> BodyPublishers.ofString(text));
    }

    public VendorRequest form(Multipart form) {
        return body(form.contentType(), form::publisher);
    }

    /** How long the answer is waited for, if the call's deadline is not before that; ten minutes by default. */
    public VendorRequest within(Duration newLimit) {
        return new VendorRequest(method, target, headers, query, body, newLimit, most);
    }

    /** The largest answer that is read, in bytes; 64 MiB by default. */
    public VendorRequest atMost(long bytes) {
        return new VendorRequest(method, target, headers, query, body, limit, bytes);
    }

    String method() {
        return method;
    }

    Map<String, String> headers() {
        return headers;
    }

    Duration limit() {
        return limit;
    }

    long most() {
        return most;
    }

    BodyPublisher publisher() throws FileNotFoundException {
        return body.publisher();
    }

    /**
     * @param more parameters that show whose the request is
     * @throws IllegalArgumentException when the target is no address
     */
    URI address(URI base, Map<String, String> more) {
        String whole = target.matches("(?i)[a-z][a-z0-9+.-]*://.*")
                ? target
                : base.toString().replaceFirst("/+$", "") + (target.isEmpty() ? "" : "/" + target);
        StringBuilder address = new StringBuilder(whole);
        Map<String, String> all = new LinkedHashMap<>(query);
        all.putAll(more);
        char separator = whole.indexOf('?') >= 0 ? '&' : '?';
        for (Map.Entry<String, String> parameter : all.entrySet()) {
            address.append(separator)
                    .append(segment(parameter.getKey()))
                    .append('=')
                    .append(segment(parameter.getValue()));
            separator = '&';
        }
        return URI.create(address.toString());
    }

    /** For messages: never with the query, which may hold a key or a signature. */
    @Override
    public String toString() {
        return method + " " + target.replaceFirst("\\?.*", "");
    }

    private VendorRequest body(String mediaType, Body content) {
        return new VendorRequest(method, target, with(headers, "Content-Type", mediaType), query, content, limit, most);
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }
}
