package dev.evergreen.kit.http;

/** Knows one vendor's errors. */
@FunctionalInterface
public interface ErrorMapper {
    /**
     * What an answer with an unsuccessful status means. Its message is taken from the vendor; secrets are taken out of it afterwards.
     *
     * @param answer any body: vendors' gateways answer with pages of their own
     */
    Failure failure(Answer answer);
}
