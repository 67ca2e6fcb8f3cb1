package dev.evergreen.vendor.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * What the vendor offers its customers.
 *
 * @param accounts name by key
 * @param knowsKeys whether an order with the key of an earlier one is that order, and not another
 * @param tellsCharges whether it can be asked what an order was charged
 * @param price of a picture, in US dollars
 * @param picture what it delivers
 * @param slow how late a slow answer comes
 * @param hang how long a hanging connection is held
 * @param task how long it works on a task
 * @param retryAfterSeconds what it says when it is asked too often
 */
public record Terms(
        Map<String, String> accounts,
        boolean knowsKeys,
        boolean tellsCharges,
        BigDecimal price,
        byte[] picture,
        Duration slow,
        Duration hang,
        Duration task,
        int retryAfterSeconds) {
    /** A strict vendor of small pictures: no idempotency, no questions about charges. */
    public static Terms strict(byte[] picture) {
        return new Terms(
                Map.of("key-main", "main"),
                false,
                false,
                new BigDecimal("0.04"),
                picture,
                Duration.ofMillis(600),
                Duration.ofMinutes(1),
                Duration.ofMillis(150),
                1);
    }

    public Terms {
        accounts = Map.copyOf(accounts);
        picture = picture.clone();
    }

    @Override
    public byte[] picture() {
        return picture.clone();
    }

    public Terms withAccounts(Map<String, String> others) {
        return new Terms(others, knowsKeys, tellsCharges, price, picture, slow, hang, task, retryAfterSeconds);
    }

    /** It can be asked about charges. */
    public Terms telling() {
        return new Terms(accounts, knowsKeys, true, price, picture, slow, hang, task, retryAfterSeconds);
    }

    /** It knows idempotency keys. */
    public Terms knowingKeys() {
        return new Terms(accounts, true, tellsCharges, price, picture, slow, hang, task, retryAfterSeconds);
    }

    public Terms at(String dollars) {
        return new Terms(
                accounts,
                knowsKeys,
                tellsCharges,
                new BigDecimal(dollars),
                picture,
                slow,
                hang,
                task,
                retryAfterSeconds);
    }

    public Terms taking(Duration slowAnswer, Duration taskTime) {
        return new Terms(
                accounts, knowsKeys, tellsCharges, price, picture, slowAnswer, hang, taskTime, retryAfterSeconds);
    }
}
