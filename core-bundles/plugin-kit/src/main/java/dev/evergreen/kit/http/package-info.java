/**
 * Speaking with a vendor's HTTP interface: JSON, multipart, streams of events and lines, under a call's deadline and cancellation,
 * with limits, without redirects and without a secret in any message. Nothing is tried again here: retries belong to the engine.
 */
@NullMarked
package dev.evergreen.kit.http;

import org.jspecify.annotations.NullMarked;
