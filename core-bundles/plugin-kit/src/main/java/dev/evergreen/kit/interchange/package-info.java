/** Help for exporters to other programs. */
@NullMarked
package dev.evergreen.kit.interchange;

import org.jspecify.annotations.NullMarked;
