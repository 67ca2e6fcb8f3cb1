package dev.evergreen.api.internal.http;

/** Answers one kind of call. */
@FunctionalInterface
public interface Endpoint {
    void answer(Exchange exchange) throws Exception;
}
