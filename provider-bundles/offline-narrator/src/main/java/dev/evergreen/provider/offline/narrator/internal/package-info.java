/** Speech without a network: a built-in synthesizer with several speakers, and the speech programs of the machine. */
@NullMarked
package dev.evergreen.provider.offline.narrator.internal;

import org.jspecify.annotations.NullMarked;
