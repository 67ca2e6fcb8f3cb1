/** What the words of a shot mean for a picture. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.words;

import org.jspecify.annotations.NullMarked;
