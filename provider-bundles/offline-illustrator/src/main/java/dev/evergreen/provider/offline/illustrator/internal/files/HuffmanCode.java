package dev.evergreen.provider.offline.illustrator.internal.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Canonical Huffman codes as RFC 1951 section 3.2.2 wants them: shortest first, bits reversed. */
final class HuffmanCode {
    private HuffmanCode() {}

    /** Code lengths of at most {@code limit} bits; 0 for symbols that do not occur. */
    static int[] lengths(int[] frequencies, int limit) {
        int[] scaled = frequencies.clone();
        while (true) {
            int[] lengths = unlimited(scaled);
            int longest = 0;
            for (int length : lengths) {
                longest = Math.max(longest, length);
            }
            if (longest <= limit) {
                return lengths;
            }
            // Flatter frequencies give a flatter tree; a few halvings always suffice.
            for (int symbol = 0; symbol < scaled.length; symbol++) {
                scaled[symbol] = scaled[symbol] == 0 ? 0 : scaled[symbol] / 2 + 1;
            }
        }
    }

    private record Node(long weight, int symbol, List<Node> children) {}

    private static int[] unlimited(int[] frequencies) {
        List<Node> leaves = new ArrayList<>();
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            if (frequencies[symbol] > 0) {
                leaves.add(new Node(frequencies[symbol], symbol, List.of()));
            }
        }
        int[] lengths = new int[frequencies.length];
        if (leaves.size() == 1) {
            lengths[leaves.get(0).symbol()] = 1;
            return lengths;
        }
        leaves.sort(Comparator.comparingLong(Node::weight));
        ArrayDeque<Node> rare = new ArrayDeque<>(leaves);
        ArrayDeque<Node> joined = new ArrayDeque<>();
        while (rare.size() + joined.size() > 1) {
            Node first = lightest(rare, joined);
            Node second = lightest(rare, joined);
            joined.add(new Node(first.weight() + second.weight(), -1, List.of(first, second)));
        }
        measure(joined.remove(), 0, lengths);
        return lengths;
    }

    private static Node lightest(ArrayDeque<Node> rare, ArrayDeque<Node> joined) {
        Node leaf = rare.peek();
        Node inner = joined.peek();
        if (inner == null || leaf != null && leaf.weight() <= inner.weight()) {
            return rare.remove();
        }
        return joined.remove();
    }

    private static void measure(Node node, int depth, int[] lengths) {
        if (node.symbol() >= 0) {
            lengths[node.symbol()] = depth;
        }
        for (Node child : node.children()) {
            measure(child, depth + 1, lengths);
        }
    }

    static int[] codes(int[] lengths) {
        int[] perLength = new int[16];
        for (int length : lengths) {
            perLength[length]++;
        }
        perLength[0] = 0;
        int[] next = new int[17];
        for (int length = 1; length <= 15; length++) {
            next[length + 1] = (next[length] + perLength[length]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(next[length]++) >>> (32 - length);
            }
        }
        return codes;
    }
}
