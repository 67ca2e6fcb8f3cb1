package dev.evergreen.rendering.internal;

import dev.evergreen.media.FilmPiece;
import java.util.ArrayList;
import java.util.List;

/**
 * How a film is divided among nodes: into parts of neighbouring pieces that are about as much work each.
 *
 * @param smallest a part's least work in megapixels
 * @param most parts of one film
 */
record Division(double smallest, int most) {
    /** So that a quick node takes more than a slow one, and a node that dies takes little with it. */
    private static final int PARTS_A_NODE = 3;

    static Division of(RenderingConfiguration configuration) {
        return new Division(
                within("part.megapixels", configuration.part_megapixels(), 1_000_000),
                within("parts", configuration.parts(), 256));
    }

    private static int within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "etc/dev.evergreen.rendering.cfg: " + key + " = " + value + " is outside 1 to " + most);
        }
        return value;
    }

    /**
     * The parts, each at least one piece and no piece in two.
     *
     * @param pieces that are missing, in the film's order
     * @param nodes that render
     * @return empty where one node is to make them all
     */
    List<List<FilmPiece>> divide(List<FilmPiece> pieces, int nodes) {
        double work = work(pieces);
        int parts = (int) Math.min(Math.min(most, nodes * PARTS_A_NODE), Math.min(work / smallest, pieces.size()));
        if (nodes < 2 || parts < 2) {
            return List.of();
        }
        List<List<FilmPiece>> divided = new ArrayList<>();
        List<FilmPiece> part = new ArrayList<>();
        double before = 0;
        for (FilmPiece piece : pieces) {
            double middle = before + piece.megapixels() / 2;
            if (!part.isEmpty() && middle >= work * (divided.size() + 1) / parts) {
                divided.add(part);
                part = new ArrayList<>();
            }
            part.add(piece);
            before += piece.megapixels();
        }
        divided.add(part);
        return divided.size() < 2 ? List.of() : divided;
    }

    static double work(List<FilmPiece> pieces) {
        return pieces.stream().mapToDouble(FilmPiece::megapixels).sum();
    }
}
