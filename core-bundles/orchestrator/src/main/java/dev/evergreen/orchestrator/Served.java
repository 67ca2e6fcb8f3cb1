package dev.evergreen.orchestrator;

import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Result;
import java.nio.file.Path;
import java.util.Map;

/**
 * An answer with its history.
 *
 * @param result the result; its files lie in the blob store and stay readable
 * @param files blob of each of the result's files by path
 * @param trail requested, tried and served
 * @param charge what it cost; of an earlier result, what an earlier run of the same job paid for it, and otherwise nothing
 * @param cached whether an earlier result was used
 */
public record Served<R extends Result>(R result, Map<Path, BlobRef> files, Trail trail, Money charge, boolean cached) {
    public Served {
        files = Map.copyOf(files);
    }
}
