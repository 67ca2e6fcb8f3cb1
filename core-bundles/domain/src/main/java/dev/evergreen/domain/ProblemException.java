package dev.evergreen.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown by use cases for everything a caller can act on; anything else is a defect of the engine. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(Problem.Kind kind, String field, String message) {
        this(List.of(new Problem(kind, field, message)), null);
    }

    /** @param problems at least one; the first decides the answer's status */
    public ProblemException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.get(0).message(), cause);
        this.problems = List.copyOf(problems);
    }

    public Problem.Kind kind() {
        return problems.get(0).kind();
    }

    public List<Problem> problems() {
        return problems;
    }
}
