/** Google Cloud Text-to-Speech: speech. */
@NullMarked
package dev.evergreen.provider.google.speech.internal;

import org.jspecify.annotations.NullMarked;
