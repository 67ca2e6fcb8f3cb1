/** Pictures as files. */
@NullMarked
package dev.evergreen.provider.offline.illustrator.internal.files;

import org.jspecify.annotations.NullMarked;
