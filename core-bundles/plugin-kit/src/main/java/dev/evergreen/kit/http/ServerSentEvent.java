package dev.evergreen.kit.http;

/**
 * An event of a stream (HTML Living Standard, 9.2).
 *
 * @param name {@code message} where the vendor names none
 * @param data its lines, joined by line feeds
 */
public record ServerSentEvent(String name, String data) {}
