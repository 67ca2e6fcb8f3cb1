/** Where people want to be told that work has ended. */
@NullMarked
package dev.evergreen.persistence.internal.notifications;

import org.jspecify.annotations.NullMarked;
