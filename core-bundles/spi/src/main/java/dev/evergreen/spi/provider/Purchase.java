package dev.evergreen.spi.provider;

import dev.evergreen.spi.Money;

/** What a vendor says became of a call. */
public sealed interface Purchase {
    /**
     * The vendor charges for it.
     *
     * @param charge what the vendor's bill says
     */
    record Bought(Money charge) implements Purchase {}

    /** The vendor has never charged for it and never will: it does not know the call, or the call failed without a charge. */
    record NotBought() implements Purchase {}

    /**
     * It cannot be told, now or at all.
     *
     * @param reason one sentence for the person who will have to find out
     */
    record Unclear(String reason) implements Purchase {}
}
