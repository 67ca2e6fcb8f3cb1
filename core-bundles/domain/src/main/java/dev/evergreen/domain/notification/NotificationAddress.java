package dev.evergreen.domain.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a person wants to be told.
 *
 * @param target an e-mail address or a URL
 * @param secret reference of what webhooks are signed with; empty for e-mail
 */
public record NotificationAddress(
        UUID id, UUID personId, Channel channel, String target, String secret, Instant createdAt) {}
