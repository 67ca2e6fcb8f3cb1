@NullMarked
package dev.evergreen.transition.randomblocks.internal;

import org.jspecify.annotations.NullMarked;
