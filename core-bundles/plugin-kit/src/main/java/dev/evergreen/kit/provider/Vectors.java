package dev.evergreen.kit.provider;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException;
import java.util.ArrayList;
import java.util.List;

/** Vectors of embeddings as the engine takes them: of length one. */
public final class Vectors {
    private Vectors() {}

    /** @throws ProviderException BAD_RESPONSE when these are no numbers, or all zero */
    public static List<Double> unit(List<JsonAnswer> numbers) throws ProviderException {
        double square = 0;
        List<Double> vector = new ArrayList<>(numbers.size());
        for (JsonAnswer number : numbers) {
            double value = number.number("").doubleValue();
            vector.add(value);
            square += value * value;
        }
        if (square == 0) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_RESPONSE, "The answer holds a vector without a length");
        }
        double length = Math.sqrt(square);
        vector.replaceAll(value -> value / length);
        return vector;
    }

    /** @throws ProviderException BAD_RESPONSE unless there is one vector for each text, all of one length */
    public static void check(List<List<Double>> vectors, int texts) throws ProviderException {
        if (vectors.size() != texts
                || vectors.stream().mapToInt(List::size).distinct().count() > 1) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_RESPONSE,
                    "The answer holds " + vectors.size() + " vectors for " + texts
                            + " texts, or vectors of different lengths");
        }
    }
}
