package dev.evergreen.spi.provider;

import java.time.Instant;
import java.util.Optional;

/**
 * A call of which it is not known whether it was bought.
 *
 * @param id what {@link CallContext#id} was
 * @param capability simple name of the capability, for example {@code ImageGenerator}
 * @param offer the offer's id
 * @param madeAt when the intent was stored, just before the request was sent
 * @param task the vendor's task as it was last stored; empty when there was none
 */
public record SentCall(String id, String capability, String offer, Instant madeAt, Optional<Checkpoint> task) {}
