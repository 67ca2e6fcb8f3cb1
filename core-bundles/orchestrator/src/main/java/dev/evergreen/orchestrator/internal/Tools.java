package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.ledger.CallLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/**
 * What every call needs.
 *
 * @param random decides which calls go to offers that recover
 * @param workspaces where the folders of calls are made
 * @param alert told when a key is refused or a quota used up: the offer and what the vendor says
 */
record Tools(
        Market market,
        HealthBook health,
        Ranker ranker,
        Turns turns,
        RandomGenerator random,
        CallLedger ledger,
        ResultShelf shelf,
        RetryBudget retries,
        Settings settings,
        Clock clock,
        ExecutorService threads,
        Path workspaces,
        CallScope.DownloadsFactory downloads,
        BiConsumer<OfferKey, String> alert) {}
