/** Google Gemini: texts, pictures and films. */
@NullMarked
package dev.evergreen.provider.google.gemini.internal;

import org.jspecify.annotations.NullMarked;
