package dev.evergreen.kit.descriptor;

import java.util.List;

/** A descriptor that is not valid. */
public class DescriptorException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** @param problems one sentence each, at least one */
    public DescriptorException(String file, List<String> problems) {
        super(file + ": " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
