/** Black Forest Labs: pictures as tasks that are asked after at addresses of the vendor's. */
@NullMarked
package dev.evergreen.provider.black.forest.labs.internal;

import org.jspecify.annotations.NullMarked;
