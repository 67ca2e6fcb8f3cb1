package dev.evergreen.spi.effect;

import dev.evergreen.spi.timeline.Curve;
import java.util.Objects;

/** The value of a filter's option. */
public sealed interface FilterOption {
    /**
     * @param value finite
     */
    record Number(double value) implements FilterOption {
        public Number {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A filter's option must be finite, but is " + value);
            }
        }
    }

    /**
     * @param value one of the names that the filter knows, or a list of numbers such as a matrix: letters, digits and
     *     {@code _ - + . , : | / # space}
     */
    record Word(String value) implements FilterOption {
        public Word {
            if (!value.matches("[A-Za-z0-9_+.,:|/# -]{0,2000}")) {
                throw new IllegalArgumentException("A filter's option is a plain word, but this is " + value);
            }
        }
    }

    /**
     * @param curve over the clip's frames (or samples); the engine sets the option before each frame, so the filter must be
     *     able to change it while it runs
     */
    record Animated(Curve curve) implements FilterOption {
        public Animated {
            Objects.requireNonNull(curve, "An animated option has no curve");
        }
    }
}
