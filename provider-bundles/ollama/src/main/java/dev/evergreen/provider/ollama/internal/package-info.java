/** Ollama: texts and vectors by models on a machine of one's own. */
@NullMarked
package dev.evergreen.provider.ollama.internal;

import org.jspecify.annotations.NullMarked;
