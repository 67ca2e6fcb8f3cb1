package dev.evergreen.spi.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Filters and how they are connected. What comes out has the format of what went in.
 *
 * @param nodes at least one
 * @param links of which at least one starts at {@link FilterLink#INPUT} and exactly one ends at {@link FilterLink#OUTPUT}
 */
public record FilterGraph(List<FilterNode> nodes, List<FilterLink> links) {
    public FilterGraph {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        Set<String> ids = new HashSet<>();
        for (FilterNode node : nodes) {
            require(ids.add(node.id()), "The filter " + node.id() + " is there twice");
        }
        require(!ids.isEmpty(), "A filter graph needs at least one filter");
        Set<String> sources = new HashSet<>(ids);
        sources.addAll(List.of(FilterLink.INPUT, FilterLink.SECOND_INPUT));
        Set<String> sinks = new HashSet<>(ids);
        sinks.add(FilterLink.OUTPUT);
        for (FilterLink link : links) {
            require(sources.contains(link.from()), "A link starts at " + link.from() + ", which is no filter");
            require(sinks.contains(link.to()), "A link leads to " + link.to() + ", which is no filter");
        }
        require(
                links.stream().anyMatch(link -> link.from().equals(FilterLink.INPUT)),
                "No link starts at the input " + FilterLink.INPUT);
        require(
                links.stream()
                                .filter(link -> link.to().equals(FilterLink.OUTPUT))
                                .count()
                        == 1,
                "Exactly one link must lead to the output " + FilterLink.OUTPUT);
    }

    /** One filter after the other. */
    public static FilterGraph chain(FilterNode... nodes) {
        List<FilterLink> links = new ArrayList<>();
        String last = FilterLink.INPUT;
        for (FilterNode node : nodes) {
            links.add(new FilterLink(last, 0, node.id(), 0));
            last = node.id();
        }
        links.add(new FilterLink(last, 0, FilterLink.OUTPUT, 0));
        return new FilterGraph(List.of(nodes), links);
    }

    /** A single filter. */
    public static FilterGraph of(String filter, Map<String, FilterOption> options) {
        return chain(new FilterNode(filter, filter, options));
    }

    /** Whether it takes two inputs, as a transition does. */
    public boolean takesTwoInputs() {
        return links.stream().anyMatch(link -> link.from().equals(FilterLink.SECOND_INPUT));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
