package dev.evergreen.api.internal.http;

import java.util.Map;

/** A request that HTTP itself refuses, before or beside any use case. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String field;
    private final transient Map<String, String> headers;

    public Refusal(int status, String code, String field, String message) {
        this(status, code, field, message, Map.of());
    }

    /** @param headers further headers of the answer */
    public Refusal(int status, String code, String field, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
        this.headers = Map.copyOf(headers);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String field() {
        return field;
    }

    Map<String, String> headers() {
        return headers;
    }
}
