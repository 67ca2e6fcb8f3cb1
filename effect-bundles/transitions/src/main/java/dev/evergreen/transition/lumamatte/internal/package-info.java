@NullMarked
package dev.evergreen.transition.lumamatte.internal;

import org.jspecify.annotations.NullMarked;
