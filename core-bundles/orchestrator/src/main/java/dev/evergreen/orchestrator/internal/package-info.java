/** The market of providers: who is there, how they fare, who is asked, what it costs. */
@NullMarked
package dev.evergreen.orchestrator.internal;

import org.jspecify.annotations.NullMarked;
