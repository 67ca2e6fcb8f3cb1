/** Replicate: any of its models by configuration, as predictions that are asked after. */
@NullMarked
package dev.evergreen.provider.replicate.internal;

import org.jspecify.annotations.NullMarked;
