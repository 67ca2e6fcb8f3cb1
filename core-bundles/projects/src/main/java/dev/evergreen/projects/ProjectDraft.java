package dev.evergreen.projects;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;

/**
 * What a person says about a project.
 *
 * @param title 1 to 200 characters
 * @param description up to 5000 characters
 */
public record ProjectDraft(String title, String description, ProjectSettings settings) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 5000;

    public ProjectDraft {
        title = title.strip();
        if (title.isEmpty()) {
            throw new ProblemException(Problem.Kind.INVALID, "title", "The project has no title; give it one.");
        }
        atMost("title", title, LONGEST_TITLE);
        atMost("description", description, LONGEST_DESCRIPTION);
    }

    private static void atMost(String field, String value, int characters) {
        if (value.length() > characters) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    field,
                    "The " + field + " has " + value.length() + " characters; shorten it to " + characters + ".");
        }
    }
}
