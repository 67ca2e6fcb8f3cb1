package dev.evergreen.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount of money with up to six decimal places: vendors charge fractions of a cent.
 *
 * <p>An unknown price is never represented as zero; see {@code Quote.Unknown}.
 *
 * @param amount the amount in major units of the currency, scale at most 6
 * @param currency an ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final int SCALE = 6;
    private static final Currency USD = Currency.getInstance("USD");

    public Money {
        Objects.requireNonNull(currency, "currency");
        amount = amount.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    /** An amount of United States dollars, for example {@code usd("0.0125")}. */
    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    /** Nothing, in United States dollars. */
    public static Money free() {
        return usd("0");
    }

    /** Rounds up to the scale kept here, so that a computed ceiling is never too low. */
    public static Money ceiling(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(SCALE, RoundingMode.CEILING), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return ceiling(amount.multiply(factor), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    /** For people: {@code $0.00}, or {@code $0.0125} where cents do not suffice. */
    @Override
    public String toString() {
        BigDecimal shown = amount.stripTrailingZeros();
        if (shown.scale() < 2) {
            shown = shown.setScale(2, RoundingMode.UNNECESSARY);
        }
        String symbol = currency.equals(USD) ? "$" : currency.getCurrencyCode() + " ";
        return symbol + shown.toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "cannot combine " + this + " with " + other + ": convert one of them first");
        }
        return other;
    }
}
