package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.ledger.ProviderCall;

/** What health is kept for and calls are made to; its text is {@code plugin/account/offer}, without an account that is not needed. */
record OfferKey(String capability, String plugin, String account, String offer) {
    static OfferKey of(ProviderCall call) {
        return new OfferKey(call.capability(), call.plugin(), call.account(), call.offer());
    }

    @Override
    public String toString() {
        return plugin + "/" + (account.isEmpty() ? "" : account + "/") + offer;
    }
}
