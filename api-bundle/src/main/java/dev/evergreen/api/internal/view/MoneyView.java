package dev.evergreen.api.internal.view;

import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** @param text for people */
public record MoneyView(String amount, String currency, String text) {
    private static final int CENTS = 2;

    public static MoneyView of(Money money) {
        BigDecimal amount = money.amount().stripTrailingZeros();
        if (amount.scale() < CENTS) {
            amount = amount.setScale(CENTS, RoundingMode.UNNECESSARY);
        }
        return new MoneyView(amount.toPlainString(), money.currency().getCurrencyCode(), money.toString());
    }
}
