package dev.evergreen.editor.internal;

import java.util.Map;

/** One named command: does to a draft what it says. */
@FunctionalInterface
interface Planner {
    /**
     * @param command fits its schema
     * @throws Refused when it makes no sense for this timeline; the draft is then of no use any more
     */
    void plan(Map<String, Object> command, Draft draft);
}
