package dev.evergreen.api.internal.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.evergreen.orchestrator.Ranking;
import java.util.List;
import java.util.Optional;

/** Who would be asked for one usual request, in order, and why the others not. */
public record RankingView(
        String capability, @JsonProperty("for") String request, List<Candidate> candidates) {
    private static final double MILLIS = 1000;

    public static RankingView of(String capability, String request, Ranking ranking) {
        return new RankingView(
                capability,
                request,
                ranking.candidates().stream().map(Candidate::of).toList());
    }

    /**
     * @param seconds that it probably takes, the wait included
     * @param waitSeconds until its account may be asked
     * @param share of the calls that it gets while others can serve too
     */
    public record Candidate(
            String offer,
            boolean eligible,
            String reason,
            Optional<MoneyView> expected,
            Optional<MoneyView> ceiling,
            Optional<Double> seconds,
            double waitSeconds,
            double share) {
        private static Candidate of(Ranking.Candidate candidate) {
            return new Candidate(
                    candidate.offer(),
                    candidate.eligible(),
                    candidate.reason(),
                    candidate.expected().map(MoneyView::of),
                    candidate.ceiling().map(MoneyView::of),
                    candidate.duration().map(duration -> duration.toMillis() / MILLIS),
                    candidate.untilTurn().toMillis() / MILLIS,
                    candidate.share());
        }
    }
}
