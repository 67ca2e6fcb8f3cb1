package dev.evergreen.domain.notification;

/** How somebody is told. */
public enum Channel {
    EMAIL,
    WEBHOOK
}
