/** Objects, animals and vehicles. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.things;

import org.jspecify.annotations.NullMarked;
