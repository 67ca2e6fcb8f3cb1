package dev.evergreen.kit.picture;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was made for the latest state, as effects mostly rest: a mask or a text is painted anew only when something moved. Not
 * thread-safe.
 *
 * @param <S> compared with equals
 * @param <T> what is made of it
 */
public final class Latest<S, T> {
    private final Function<S, T> maker;
    private @Nullable S state;
    private @Nullable T made;

    public Latest(Function<S, T> maker) {
        this.maker = maker;
    }

    public T of(S wanted) {
        T kept = made;
        if (kept == null || !wanted.equals(state)) {
            kept = maker.apply(wanted);
            made = kept;
            state = wanted;
        }
        return kept;
    }
}
