package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Limit;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import io.javalin.http.UploadedFile;
import java.io.InputStream;

/** A file of a form. */
record FormFile(UploadedFile file) {
    /** Room for the form around the file. */
    private static final long FORM = 1_000_000;

    static FormFile of(Exchange exchange, String field, Limit limit) {
        exchange.refuseLargerThan(new Limit(limit.what(), limit.bytes() + FORM, limit.remedy()));
        UploadedFile file = exchange.context().uploadedFile(field);
        if (file == null) {
            throw new ProblemException(
                    Problem.Kind.INVALID, field, "The form has no file in its field '" + field + "'; put it there.");
        }
        if (file.size() > limit.bytes()) {
            throw new ProblemException(
                    Problem.Kind.TOO_LARGE,
                    field,
                    "The " + limit.what() + " " + file.filename() + " is too large. " + limit.remedy());
        }
        return new FormFile(file);
    }

    String name() {
        return file.filename();
    }

    InputStream content() {
        return file.content();
    }
}
