/**
 * A vendor for tests: it serves pictures over HTTP, keeps invoices, and misbehaves on order. Not a part of any distribution.
 */
@NullMarked
package dev.evergreen.vendor.simulator;

import org.jspecify.annotations.NullMarked;
