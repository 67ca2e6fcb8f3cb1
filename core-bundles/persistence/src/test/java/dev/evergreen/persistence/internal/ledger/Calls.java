package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Samples;
import dev.evergreen.spi.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls to be reserved in tests. */
record Calls(Optional<UUID> project, Optional<UUID> person, Optional<UUID> job, String plugin, String account) {
    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant LONG_AHEAD = Instant.parse("2999-01-01T00:00:00Z");

    static Calls of(UUID project) {
        return new Calls(Optional.of(project), Optional.empty(), Optional.empty(), "painter", "main");
    }

    Calls by(UUID someone) {
        return new Calls(project, Optional.of(someone), job, plugin, account);
    }

    Calls forJob(UUID id) {
        return new Calls(project, person, Optional.of(id), plugin, account);
    }

    Calls at(String otherPlugin, String otherAccount) {
        return new Calls(project, person, job, otherPlugin, otherAccount);
    }

    ProviderCall upTo(String dollars) {
        return upTo(Money.usd(dollars), LONG_AHEAD);
    }

    ProviderCall upTo(Money ceiling, Instant deadline) {
        UUID id = Samples.id();
        return new ProviderCall(
                id,
                project,
                person,
                job,
                "correlation-" + id,
                "ImageGenerator",
                plugin,
                account,
                "standard",
                ProviderCall.State.INTENT,
                ceiling,
                Optional.empty(),
                "",
                "",
                deadline,
                Samples.NOON,
                Samples.NOON);
    }

    /** A call's lines in the ledger, in order. */
    static List<String> lines(Database database, ProviderCall call) {
        return database.with(handle -> handle.createQuery("SELECT kind || ' ' || trim_scale(amount) || ' ' || currency"
                        + " FROM ledger_entries WHERE call_id = :id ORDER BY position")
                .bind("id", call.id())
                .mapTo(String.class)
                .list());
    }
}
