package dev.evergreen.spi.export;

import java.util.List;

/**
 * A timeline for another program.
 *
 * @param files at least one
 * @param losses what the files do not say of the timeline; empty where they say everything
 */
public record Interchange(List<InterchangeFile> files, List<Loss> losses) {
    public Interchange {
        files = List.copyOf(files);
        losses = List.copyOf(losses);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("An interchange has at least one file");
        }
    }
}
