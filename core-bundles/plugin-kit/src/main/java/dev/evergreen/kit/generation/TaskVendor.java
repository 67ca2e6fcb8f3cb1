package dev.evergreen.kit.generation;

import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Result;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How one vendor's tasks are ordered, asked after and fetched. Called from many threads at once. */
public interface TaskVendor {
    /** What speaks against sending that file, as one sentence; empty when nothing does. Looks at the file's size and type only. */
    Optional<String> objection(MediaFile input);

    /** How a model's input names that file: an address, its content as a {@code data:} address, or the name that it was uploaded by. */
    String input(MediaFile input, CallContext call) throws ProviderException;

    /**
     * Orders, and stores the task's id before it returns.
     *
     * @param input of the model, as its vendor describes it
     * @param state what {@link Finish} will need; kept with the task
     */
    <R extends Result> Outcome<R> begin(
            Model model, Map<String, Object> input, Map<String, String> state, CallContext call)
            throws ProviderException;

    /** Asks once; where the task has ended its output is fetched and finished. */
    <R extends Result> Outcome<R> poll(Checkpoint task, CallContext call, Finish<R> finish) throws ProviderException;

    /** Asks the vendor to stop. */
    void cancel(Checkpoint task, CallContext call) throws ProviderException;

    /**
     * Makes a result of the fetched output.
     *
     * @param <R> the capability's result
     */
    interface Finish<R extends Result> {
        /** @throws ProviderException BAD_RESPONSE when the file is not what was ordered */
        R of(Path output, Map<String, String> state) throws ProviderException;
    }
}
