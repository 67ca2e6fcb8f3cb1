package dev.evergreen.storage.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.CacheStatistics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Cache} does. */
public abstract class CacheContract {
    /** The cache under test, the same one throughout a test, empty at its start. */
    protected abstract Cache cache();

    /** Returns when that much time has passed for the cache. */
    protected abstract void pass(Duration time);

    /** The step in which times are tested; an adapter that really waits gives a short one. */
    protected Duration step() {
        return Duration.ofMinutes(1);
    }

    @Test
    void returnsWhatWasPut() {
        byte[] value = {0, 1, -1, 127, -128};
        cache().put("test:bytes", value, step(), Set.of());
        assertArrayEquals(value, cache().get("test:bytes").orElseThrow());
        cache().putText("test:text", "Ünïcode ✓", step(), Set.of());
        assertEquals(Optional.of("Ünïcode ✓"), cache().getText("test:text"));
        cache().put("test:empty", new byte[0], step(), Set.of());
        assertEquals(0, cache().get("test:empty").orElseThrow().length);
        assertEquals(Optional.empty(), cache().getText("test:absent"));
    }

    @Test
    void givesAndTakesCopies() {
        byte[] value = "kept".getBytes(StandardCharsets.US_ASCII);
        cache().put("test:copy", value, step(), Set.of());
        value[0] = 'X';
        cache().get("test:copy").orElseThrow()[1] = 'X';
        assertEquals(Optional.of("kept"), cache().getText("test:copy"));
    }

    @Test
    void forgetsWhenTheTimeIsOver() {
        cache().putText("test:short", "a", step().multipliedBy(2), Set.of());
        cache().putText("test:long", "b", step().multipliedBy(20), Set.of());
        pass(step());
        assertEquals(Optional.of("a"), cache().getText("test:short"), "reading does not prolong");
        pass(step().multipliedBy(2));
        assertEquals(Optional.empty(), cache().getText("test:short"));
        assertEquals(Optional.of("b"), cache().getText("test:long"));
    }

    @Test
    void countsTheTimeFromTheLastPut() {
        cache().putText("test:again", "a", step().multipliedBy(2), Set.of());
        pass(step());
        cache().putText("test:again", "b", step().multipliedBy(20), Set.of());
        pass(step().multipliedBy(2));
        assertEquals(Optional.of("b"), cache().getText("test:again"));
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> cache().putText("test:x", "a", Duration.ZERO, Set.of()));
        assertThrows(
                IllegalArgumentException.class, () -> cache().putText("test:x", "a", Duration.ofSeconds(-1), Set.of()));
    }

    @Test
    void invalidatesByKey() {
        cache().putText("test:a", "1", step(), Set.of("t"));
        cache().putText("test:b", "2", step(), Set.of("t"));
        cache().invalidate("test:a");
        cache().invalidate("test:never-there");
        assertEquals(Optional.empty(), cache().getText("test:a"));
        assertEquals(Optional.of("2"), cache().getText("test:b"));
    }

    @Test
    void invalidatesByTag() {
        cache().putText("test:a", "1", step(), Set.of("project-1", "user-1"));
        cache().putText("test:b", "2", step(), Set.of("project-1"));
        cache().putText("test:c", "3", step(), Set.of("project-2"));
        cache().invalidateTag("project-1");
        cache().invalidateTag("nobody-has-it");
        assertEquals(Optional.empty(), cache().getText("test:a"));
        assertEquals(Optional.empty(), cache().getText("test:b"));
        assertEquals(Optional.of("3"), cache().getText("test:c"));
    }

    @Test
    void forgetsTheTagsOfAnEarlierValue() {
        cache().putText("test:a", "1", step(), Set.of("old"));
        cache().putText("test:a", "2", step(), Set.of("new"));
        cache().invalidateTag("old");
        assertEquals(Optional.of("2"), cache().getText("test:a"));
        cache().invalidateTag("new");
        assertEquals(Optional.empty(), cache().getText("test:a"));
    }

    @Test
    void findsTheTagsOfAValueThatReplacedAnExpiredOne() {
        cache().putText("test:a", "1", step(), Set.of("t"));
        pass(step().multipliedBy(2));
        cache().putText("test:a", "2", step(), Set.of("t"));
        cache().invalidateTag("t");
        assertEquals(Optional.empty(), cache().getText("test:a"));
    }

    @Test
    void clears() {
        cache().putText("test:a", "1", step(), Set.of("t"));
        cache().putText("other:b", "2", step(), Set.of());
        cache().clear();
        assertEquals(Optional.empty(), cache().getText("test:a"));
        assertEquals(Optional.empty(), cache().getText("other:b"));
    }

    @Test
    void countsHitsAndMissesByRegion() {
        cache().putText("counted:a", "1", step(), Set.of());
        assertEquals(Optional.of("1"), cache().getText("counted:a"));
        assertEquals(Optional.of("1"), cache().getText("counted:a"));
        assertEquals(Optional.of("1"), cache().getText("counted:a"));
        assertEquals(Optional.empty(), cache().getText("counted:b"));
        CacheStatistics statistics =
                Objects.requireNonNull(cache().statistics().get("counted"), "counts of the region");
        assertEquals(new CacheStatistics(3, 1, 0), statistics);
        assertEquals(0.75, statistics.hitRate());
    }
}
