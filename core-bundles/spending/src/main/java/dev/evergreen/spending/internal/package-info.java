/** How spending is looked after. */
@NullMarked
package dev.evergreen.spending.internal;

import org.jspecify.annotations.NullMarked;
