@NullMarked
package dev.evergreen.transition.push.internal;

import org.jspecify.annotations.NullMarked;
