/** The services as OSGi components: configuration, folders, plugins that come and go. */
@NullMarked
package dev.evergreen.media.internal.service;

import org.jspecify.annotations.NullMarked;
