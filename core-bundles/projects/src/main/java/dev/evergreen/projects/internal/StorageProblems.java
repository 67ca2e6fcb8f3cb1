package dev.evergreen.projects.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.storage.StorageException;
import java.util.List;

/** Words failures of storage for the person who asked. */
final class StorageProblems {
    private StorageProblems() {}

    static ProblemException of(StorageException e, String name) {
        Problem problem = switch (e.kind()) {
            case NOT_FOUND ->
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "content",
                        "The file of " + name
                                + " was dropped to make room; make the film again to have it made again.");
            case FULL, READ_ONLY -> new Problem(Problem.Kind.EXHAUSTED, "content", message(e));
            case CORRUPT, IN_USE, MISCONFIGURED, UNAVAILABLE ->
                new Problem(Problem.Kind.UNAVAILABLE, "content", message(e));
        };
        return new ProblemException(List.of(problem), e);
    }

    private static String message(StorageException e) {
        return String.valueOf(e.getMessage());
    }
}
