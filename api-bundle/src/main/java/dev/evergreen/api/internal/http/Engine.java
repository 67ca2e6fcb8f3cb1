package dev.evergreen.api.internal.http;

import java.util.List;
import java.util.Optional;

/** The parts of the engine, which come and go while the API answers. */
public interface Engine {
    /** The part, if it is there now. */
    <T> Optional<T> find(Class<T> part);

    /** Every service of that type that is there now, best ranking first. */
    <T> List<T> all(Class<T> part);
}
