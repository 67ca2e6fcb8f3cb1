package dev.evergreen.vendor.simulator;

import java.math.BigDecimal;

/**
 * One line of the vendor's bill.
 *
 * @param number from 1
 * @param account who pays
 * @param order the key that the customer sent with the order; the vendor writes it down even where it does not understand it
 * @param amount in US dollars
 */
public record Invoice(int number, String account, String order, BigDecimal amount) {}
