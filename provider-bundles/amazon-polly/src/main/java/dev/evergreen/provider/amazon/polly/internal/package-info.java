/** Amazon Polly: speech with the time of every word. */
@NullMarked
package dev.evergreen.provider.amazon.polly.internal;

import org.jspecify.annotations.NullMarked;
