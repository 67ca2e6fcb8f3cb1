package dev.evergreen.spi.provider;

import java.net.URI;

/**
 * @param address where the film is
 * @param id the platform's own id
 */
public record PublishResult(URI address, String id) implements Result {}
