package dev.evergreen.api.internal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outside of every JSON answer.
 *
 * @param data the answer; null beside errors
 * @param errors empty when all is well
 */
record Envelope(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object data, Meta meta, List<Fault> errors) {
    Envelope {
        errors = List.copyOf(errors);
    }

    /** @param version of the API */
    record Meta(Instant timestamp, String version, String correlationId, Optional<PageMeta> page) {}

    /**
     * @param total items on all pages
     * @param cursor of the next page; empty on the last
     * @param next address of the next page; empty on the last
     */
    record PageMeta(int limit, long total, Optional<String> cursor, Optional<String> next) {}

    /**
     * @param code for programs
     * @param field what is wrong; empty for nothing in particular
     * @param message for people
     */
    record Fault(String code, String field, String message) {}
}
