package dev.evergreen.api.internal.http;

/**
 * What a body may be at most.
 *
 * @param what the body holds, for people
 * @param remedy one sentence: what to do about a larger one
 */
public record Limit(String what, long bytes, String remedy) {}
