package dev.evergreen.api.internal.view;

import dev.evergreen.productions.ProductionEstimate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a production would cost; an amount that is not known is missing. */
public record EstimateView(
        String tier,
        List<LineView> lines,
        Optional<MoneyView> expected,
        Optional<MoneyView> ceiling,
        MoneyView known,
        MoneyView saved,
        List<String> asks,
        List<String> remarks) {
    public static EstimateView of(ProductionEstimate estimate) {
        return new EstimateView(
                word(estimate.tier()),
                estimate.lines().stream().map(LineView::of).toList(),
                estimate.expected().map(MoneyView::of),
                estimate.ceiling().map(MoneyView::of),
                MoneyView.of(estimate.known()),
                MoneyView.of(estimate.saved()),
                estimate.asks(),
                estimate.remarks());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** One line of it. */
    public record LineView(
            String item,
            String work,
            Optional<String> shotId,
            String tier,
            String standing,
            String provider,
            Optional<MoneyView> expected,
            Optional<MoneyView> ceiling,
            MoneyView saved,
            boolean exact,
            String why) {
        static LineView of(ProductionEstimate.Line line) {
            return new LineView(
                    line.item(),
                    word(line.work()),
                    line.shotId(),
                    word(line.tier()),
                    word(line.standing()),
                    line.provider(),
                    line.expected().map(MoneyView::of),
                    line.ceiling().map(MoneyView::of),
                    MoneyView.of(line.saved()),
                    line.exact(),
                    line.why());
        }
    }
}
