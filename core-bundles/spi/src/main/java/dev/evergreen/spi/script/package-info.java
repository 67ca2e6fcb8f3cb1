/**
 * What a script says, as structure: scenes, elements, characters, and the plan of shots made from them. Immutable records that analysts, illustrators and narrators share.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.spi.script;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
