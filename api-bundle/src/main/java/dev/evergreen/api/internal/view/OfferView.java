package dev.evergreen.api.internal.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Ranking;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An offer with its health. */
public record OfferView(
        String id,
        String capability,
        String plugin,
        String account,
        String offer,
        String title,
        String circuit,
        Optional<Instant> coolDownUntil,
        Optional<Double> latencySeconds,
        double successRate,
        long calls,
        double share,
        Map<String, Double> latencies,
        long probes,
        long hedges,
        Optional<String> limits,
        double waitSeconds,
        String explanation,
        Optional<Price> price) {
    private static final double MILLIS = 1000;

    /** As the orchestrator names offers in rankings and trails. */
    public static String id(OfferStatus status) {
        String account = status.account().isEmpty() ? "" : status.account() + "/";
        return status.plugin() + "/" + account + status.offer();
    }

    public static OfferView of(OfferStatus status, Optional<Price> price) {
        return new OfferView(
                id(status),
                status.capability(),
                status.plugin(),
                status.account(),
                status.offer(),
                status.title(),
                status.circuit().toLowerCase(Locale.ROOT),
                status.coolDownUntil(),
                status.latency().map(latency -> latency.toMillis() / MILLIS),
                status.successRate(),
                status.calls(),
                status.share(),
                status.latencies().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().toMillis() / MILLIS)),
                status.probes(),
                status.hedges(),
                Optional.of(status.limits()).filter(limits -> !limits.isEmpty()),
                status.untilTurn().toMillis() / MILLIS,
                status.explanation(),
                price);
    }

    /** What a usual request would cost. */
    public record Price(
            @JsonProperty("for") String request,
            boolean eligible,
            String reason,
            Optional<MoneyView> expected,
            Optional<MoneyView> ceiling) {
        public static Price of(String request, Ranking.Candidate candidate) {
            return new Price(
                    request,
                    candidate.eligible(),
                    candidate.reason(),
                    candidate.expected().map(MoneyView::of),
                    candidate.ceiling().map(MoneyView::of));
        }
    }
}
