package dev.evergreen.spi.provider;

import java.util.List;

/**
 * @param prompt what is to be asked instead; never blank, and the author's own where there is nothing to better
 * @param changes what was changed and why, each a clause for people; empty where nothing was
 */
public record PromptResult(String prompt, List<String> changes) implements Result {
    public PromptResult {
        changes = List.copyOf(changes);
    }
}
