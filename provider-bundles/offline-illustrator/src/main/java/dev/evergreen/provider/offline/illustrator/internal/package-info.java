/** A painter of picture-book scenes: words become facts, facts become layers of shapes, layers become files. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal;

import org.jspecify.annotations.NullMarked;
