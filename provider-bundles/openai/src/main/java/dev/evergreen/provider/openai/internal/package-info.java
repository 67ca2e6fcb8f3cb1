/** OpenAI, and every server that speaks its language. */
@NullMarked
package dev.evergreen.provider.openai.internal;

import org.jspecify.annotations.NullMarked;
