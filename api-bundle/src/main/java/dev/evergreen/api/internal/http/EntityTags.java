package dev.evergreen.api.internal.http;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import java.util.Arrays;
import java.util.List;

/** Compares entity tags as RFC 9110 section 13 has it. */
public final class EntityTags {
    private EntityTags() {}

    /** Whether a list such as {@code "5", W/"6"} or {@code *} names the tag; weak comparison. */
    public static boolean matches(String list, String tag) {
        return list.strip().equals("*")
                || Arrays.stream(list.split(","))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(tag::equals);
    }

    /**
     * The revision that {@code If-Match} names.
     *
     * @param current the resource's revision now
     */
    public static long requireMatch(Exchange exchange, long current) {
        String given = exchange.header("If-Match")
                .orElseThrow(
                        () -> new Refusal(
                                428,
                                "precondition_required",
                                "If-Match",
                                "The call needs the header If-Match with the ETag of what you changed, so that nobody's change is lost."));
        if (!matches(given, "\"" + current + "\"")) {
            throw stale(given, current);
        }
        return current;
    }

    /** A use case's conflict over revisions, as HTTP words it. */
    public static RuntimeException stale(ProblemException e) {
        List<Problem> problems = e.problems();
        return e.kind() == Problem.Kind.CONFLICT
                ? new Refusal(
                        412, "precondition_failed", "If-Match", problems.get(0).message())
                : e;
    }

    private static Refusal stale(String given, long current) {
        return new Refusal(
                412,
                "precondition_failed",
                "If-Match",
                "Somebody changed it meanwhile: If-Match is " + given + ", its ETag is now \"" + current
                        + "\". Read it again and repeat the change.");
    }
}
