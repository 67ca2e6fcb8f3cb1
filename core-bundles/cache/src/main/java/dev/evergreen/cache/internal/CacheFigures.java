package dev.evergreen.cache.internal;

import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.CacheStatistics;
import dev.evergreen.domain.telemetry.Meter;
import dev.evergreen.domain.telemetry.Metrics;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows how well the cache serves, where figures are kept. */
@Component(
        service = {},
        immediate = true)
public final class CacheFigures {
    private final List<Metrics.Gauge> gauges;

    @Activate
    public CacheFigures(
            @Reference Cache cache,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Metrics metrics) {
        gauges = metrics == null
                ? List.of()
                : List.of(
                        metrics.gauge(
                                Meter.of("evergreen_cache_hit_ratio", "Answers from the cache per question, 0 to 1"),
                                () -> total(cache).hitRate()),
                        metrics.gauge(
                                Meter.of("evergreen_cache_hits", "Questions the cache answered since start"),
                                () -> total(cache).hits()),
                        metrics.gauge(
                                Meter.of("evergreen_cache_misses", "Questions the cache could not answer since start"),
                                () -> total(cache).misses()),
                        metrics.gauge(
                                Meter.of("evergreen_cache_evictions", "Entries dropped for lack of room since start"),
                                () -> total(cache).evictions()));
    }

    @Deactivate
    void close() {
        gauges.forEach(Metrics.Gauge::close);
    }

    private static CacheStatistics total(Cache cache) {
        var regions = cache.statistics().values();
        return new CacheStatistics(
                sum(regions, CacheStatistics::hits),
                sum(regions, CacheStatistics::misses),
                sum(regions, CacheStatistics::evictions));
    }

    private static long sum(Iterable<CacheStatistics> regions, ToLongFunction<CacheStatistics> part) {
        long sum = 0;
        for (CacheStatistics region : regions) {
            sum += part.applyAsLong(region);
        }
        return sum;
    }
}
