/** What every resource needs: routes, the envelope, who may call, bodies and their limits. */
@NullMarked
package dev.evergreen.api.internal.http;

import org.jspecify.annotations.NullMarked;
