package dev.evergreen.spi.effect;

/**
 * A connection in a graph.
 *
 * @param from id of a node, or {@link #INPUT} or {@link #SECOND_INPUT}
 * @param fromPad which of its outputs, from 0
 * @param to id of a node, or {@link #OUTPUT}
 * @param toPad which of its inputs, from 0
 */
public record FilterLink(String from, int fromPad, String to, int toPad) {
    /** What the effect is applied to; of a transition, the clip it leaves. */
    public static final String INPUT = "in";

    /** Of a transition, the clip it leads to. */
    public static final String SECOND_INPUT = "in2";

    /** What the effect gives. */
    public static final String OUTPUT = "out";

    public FilterLink {
        if (fromPad < 0 || toPad < 0) {
            throw new IllegalArgumentException("The pads of the link from " + from + " to " + to + " count from 0");
        }
    }
}
