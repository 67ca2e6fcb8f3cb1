package dev.evergreen.productions;

import dev.evergreen.orchestrator.CallEstimate;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import java.util.List;
import java.util.Optional;

/**
 * What a production would cost as things stand now. Amounts are in United States dollars.
 *
 * @param tier quality of what is bought where a shot has none of its own
 * @param lines one for each call and each file of the maker's own, in the film's order
 * @param expected sum of the lines; empty while one of them is not known
 * @param ceiling the most that it can cost; empty while one of them is not known
 * @param known sum of the lines that are known
 * @param saved what kept results save
 * @param asks why a person is to be asked before the film is begun, each one sentence; empty when it may begin without
 * @param remarks what makes the estimate less exact, each one sentence
 */
public record ProductionEstimate(
        Offer.Tier tier,
        List<Line> lines,
        Optional<Money> expected,
        Optional<Money> ceiling,
        Money known,
        Money saved,
        List<String> asks,
        List<String> remarks) {
    public ProductionEstimate {
        lines = List.copyOf(lines);
        asks = List.copyOf(asks);
        remarks = List.copyOf(remarks);
    }

    /** What is done for the money. */
    public enum Work {
        DIVIDE,
        NARRATE,
        ILLUSTRATE,
        COMPOSE
    }

    /**
     * @param item as the bill will name it, for example {@code Picture, scene 2, shot 1}
     * @param shotId of work for one shot; empty otherwise
     * @param tier quality that is wanted
     * @param standing what would become of the call
     * @param provider who would be asked first, who made the kept result, or the maker's own file; empty when nobody can be asked
     * @param expected empty when not known
     * @param ceiling the most that it can cost; empty when not known
     * @param saved what a kept result saves
     * @param exact whether the very request is known that will be made; otherwise it depends on what is made before it
     * @param why why it stands so, in words
     */
    public record Line(
            String item,
            Work work,
            Optional<String> shotId,
            Offer.Tier tier,
            CallEstimate.Standing standing,
            String provider,
            Optional<Money> expected,
            Optional<Money> ceiling,
            Money saved,
            boolean exact,
            String why) {}
}
