/** Azure AI Speech: speech by neural voices. */
@NullMarked
package dev.evergreen.provider.azure.speech.internal;

import org.jspecify.annotations.NullMarked;
