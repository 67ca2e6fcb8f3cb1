/** fal: any of its models by configuration, through its queue. */
@NullMarked
package dev.evergreen.provider.fal.internal;

import org.jspecify.annotations.NullMarked;
