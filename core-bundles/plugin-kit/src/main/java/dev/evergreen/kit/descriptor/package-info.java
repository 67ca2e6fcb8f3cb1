/** Reading and checking plugin descriptors; used at build time, at install time and by tools. */
@NullMarked
package dev.evergreen.kit.descriptor;

import org.jspecify.annotations.NullMarked;
