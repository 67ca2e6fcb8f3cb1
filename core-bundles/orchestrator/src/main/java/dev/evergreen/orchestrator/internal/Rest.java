package dev.evergreen.orchestrator.internal;

import java.time.Duration;

/**
 * What a vendor told one node, and all nodes go by: leave an offer alone for a while.
 *
 * @param node that was told
 * @param time from then on
 * @param account whether the account needs an operator; otherwise the vendor only wants some quiet
 * @param reason the vendor's words
 */
record Rest(String node, Duration time, boolean account, String reason) {}
