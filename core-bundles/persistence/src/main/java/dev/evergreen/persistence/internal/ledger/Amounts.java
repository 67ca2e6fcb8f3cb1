package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;

/** Money as two columns: an amount and an ISO 4217 code. */
final class Amounts {
    private Amounts() {}

    static Money read(ResultSet row, String amount, String currency) throws SQLException {
        return new Money(row.getBigDecimal(amount), Currency.getInstance(row.getString(currency)));
    }

    static Optional<Money> readOptional(ResultSet row, String amount, String currency) throws SQLException {
        BigDecimal value = row.getBigDecimal(amount);
        return value == null
                ? Optional.empty()
                : Optional.of(new Money(value, Currency.getInstance(row.getString(currency))));
    }
}
