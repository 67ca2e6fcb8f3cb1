package dev.evergreen.projects;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/**
 * A file that a person gives to a project.
 *
 * @param role what it serves as, one of {@link #ROLES}
 * @param fileName as the person's machine named it; folders before the name are dropped
 * @param content read once, not closed
 */
public record Upload(UUID projectId, String role, String fileName, InputStream content) {
    /** What an upload may serve as; the first is usual. */
    public static final List<String> ROLES = List.of("upload", "picture", "narration", "music", "thumbnail");

    private static final int LONGEST_NAME = 255;

    public Upload {
        if (!ROLES.contains(role)) {
            throw new ProblemException(
                    Problem.Kind.INVALID, "role", "The role '" + role + "' is not known; choose one of " + ROLES + ".");
        }
        fileName = fileName.substring(1 + Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')))
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (fileName.isEmpty() || fileName.length() > LONGEST_NAME) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    "fileName",
                    "The file needs a name of 1 to " + LONGEST_NAME + " characters; give it as fileName.");
        }
    }
}
