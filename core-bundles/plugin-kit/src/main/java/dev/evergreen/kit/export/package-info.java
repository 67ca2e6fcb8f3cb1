/** Help for exporters. */
@NullMarked
package dev.evergreen.kit.export;

import org.jspecify.annotations.NullMarked;
