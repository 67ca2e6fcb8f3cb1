/**
 * Language models through LangChain4j, whose requests go the way of {@link dev.evergreen.kit.http.VendorClient}: with its deadline,
 * cancellation, limits and errors. Plugins that use it embed LangChain4j.
 */
@NullMarked
package dev.evergreen.kit.language;

import org.jspecify.annotations.NullMarked;
