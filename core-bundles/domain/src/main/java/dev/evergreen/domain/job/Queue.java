package dev.evergreen.domain.job;

/** The five queues. The word is the row's value. */
public enum Queue {
    HIGH_PRIORITY,
    GENERATION,
    PROCESSING,
    EXPORT,
    NOTIFICATIONS
}
