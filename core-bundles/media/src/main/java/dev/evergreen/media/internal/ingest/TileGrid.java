package dev.evergreen.media.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A still that is stored in pieces, as telephones do (ISO/IEC 23008-12, 6.6.2.3: the derived image item {@code grid}).
 *
 * @param tiles in the order of their streams
 * @param width of the whole still, before it is turned
 * @param height of the whole still, before it is turned
 * @param left where the still begins on the tiles' area
 * @param top where the still begins on the tiles' area
 * @param quarterTurns clockwise, 0 to 3
 */
record TileGrid(List<Tile> tiles, int width, int height, int left, int top, int quarterTurns) {
    static final TileGrid NONE = new TileGrid(List.of(), 0, 0, 0, 0, 0);

    record Tile(int stream, int x, int y) {}

    TileGrid {
        tiles = List.copyOf(tiles);
    }

    boolean isEmpty() {
        return tiles.isEmpty();
    }

    static TileGrid of(JsonNode json) {
        for (JsonNode group : json.path("stream_groups")) {
            JsonNode grid = group.path("components").path(0);
            if (grid.path("subcomponents").size() > 0) {
                List<Tile> tiles = new ArrayList<>();
                for (JsonNode tile : grid.path("subcomponents")) {
                    tiles.add(new Tile(
                            tile.path("stream_index").asInt(),
                            tile.path("tile_horizontal_offset").asInt(),
                            tile.path("tile_vertical_offset").asInt()));
                }
                return new TileGrid(
                        tiles,
                        grid.path("width").asInt(),
                        grid.path("height").asInt(),
                        grid.path("horizontal_offset").asInt(),
                        grid.path("vertical_offset").asInt(),
                        quarterTurns(grid));
            }
        }
        return NONE;
    }

    private static int quarterTurns(JsonNode grid) {
        for (JsonNode data : grid.path("side_data_list")) {
            if (data.has("rotation")) {
                // FFmpeg counts degrees against the clock.
                return Math.floorMod(Math.round(-data.path("rotation").asInt() / 90f), 4);
            }
        }
        return 0;
    }

    /** The filters that put the tiles together, cut them to size and turn the whole. */
    String filters() {
        StringBuilder graph = new StringBuilder();
        for (Tile tile : tiles) {
            graph.append("[0:").append(tile.stream()).append(']');
        }
        if (tiles.size() > 1) {
            List<String> places =
                    tiles.stream().map(tile -> tile.x() + "_" + tile.y()).toList();
            graph.append("xstack=inputs=")
                    .append(tiles.size())
                    .append(":layout=")
                    .append(String.join("|", places))
                    .append(',');
        }
        graph.append(String.format(Locale.ROOT, "crop=%d:%d:%d:%d,", width, height, left, top));
        return graph.append("transpose=1,".repeat(quarterTurns)).toString();
    }
}
