/** Outgoing messages as jobs of the notifications queue. */
@NullMarked
package dev.evergreen.notifications.internal;

import org.jspecify.annotations.NullMarked;
