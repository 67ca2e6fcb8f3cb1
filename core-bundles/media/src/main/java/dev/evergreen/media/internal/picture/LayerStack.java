package dev.evergreen.media.internal.picture;

import dev.evergreen.media.internal.av.Picture;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws a picture of many layers over an opaque ground. Only what can be seen is drawn: tiles that are clear, or hidden by an
 * opaque tile of a nearer layer, are passed over, and opaque tiles need no blending. So the work depends on how much edge
 * there is, not on how many layers. Not thread-safe.
 */
public final class LayerStack {
    /** Pixels of luma; a tile is as wide as a strip of the resampler. */
    private static final int TILE = 64;

    private static final int TILE_HEIGHT = 32;

    /** Ints of a row that are looked at together. */
    private static final int BLOCK = 8;

    /** How far filtering looks beyond a tile, in pixels of luma; chroma looks twice as far as luma. */
    private static final int REACH = 6;

    private final Resampler values;
    private final Resampler alphas;
    private int[][][] planes = new int[3][0][0];
    private int[] value = new int[0];
    private int[] alpha = new int[0];
    private int[] even = new int[0];
    private int[] odd = new int[0];

    LayerStack(Resampler values, Resampler alphas) {
        this.values = values;
        this.alphas = alphas;
    }

    /**
     * A layer and how it is seen.
     *
     * @param layer null for the ground
     * @param horizontal where the outcome's luma columns come from
     * @param vertical where the outcome's luma rows come from
     */
    public record Seen(@Nullable Layer layer, Axis horizontal, Axis vertical) {}

    /**
     * Draws to a part of a picture.
     *
     * @param ground Y, Cb and Cr of the ground
     * @param seen the ground and the layers over it, back to front
     * @param x the part's left edge, a multiple of 8
     * @param y its upper edge, a multiple of 2
     * @param share of the whole's opacity, 0 to 256
     */
    public void draw(
            List<Columns> ground,
            List<Seen> seen,
            Picture target,
            int x,
            int y,
            int width,
            int height,
            int share,
            LayerScratch scratch) {
        prepare(width, height);
        byte[][] states = states(seen, width, height);
        for (int i = 0; i < seen.size(); i++) {
            for (int plane = 0; plane < 3; plane++) {
                draw(ground, seen.get(i), states[i], plane, width, height);
            }
        }
        for (int plane = 0; plane < 3; plane++) {
            int shift = plane == 0 ? 0 : 1;
            int ints = ((width + shift >> shift) + 3) / 4;
            int[] opaque = new int[ints];
            Arrays.fill(opaque, -1);
            for (int row = 0; row < height + shift >> shift; row++) {
                int at = x >> 2 + shift;
                if (share == 256) {
                    target.write(plane, (y >> shift) + row, at, planes[plane][row], ints);
                } else {
                    scratch.over(target, plane, (y >> shift) + row, at, planes[plane][row], opaque, ints, share);
                }
            }
        }
    }

    private void prepare(int width, int height) {
        int ints = (width + TILE - 1) / TILE * (TILE / 4);
        if (value.length < ints || planes[0].length < height) {
            planes = new int[][][] {
                new int[height][ints], new int[(height + 1) / 2][ints], new int[(height + 1) / 2][ints]
            };
            value = new int[ints];
            alpha = new int[ints];
            even = new int[ints];
            odd = new int[ints];
        }
    }

    /** What each layer must draw in each tile, front to back: nothing where a nearer one hides it. */
    private static byte[][] states(List<Seen> seen, int width, int height) {
        int columns = (width + TILE - 1) / TILE;
        int rows = (height + TILE_HEIGHT - 1) / TILE_HEIGHT;
        boolean[] hidden = new boolean[columns * rows];
        byte[][] states = new byte[seen.size()][columns * rows];
        for (int i = seen.size() - 1; i >= 0; i--) {
            Layer layer = seen.get(i).layer();
            for (int tile = 0; tile < hidden.length; tile++) {
                if (!hidden[tile]) {
                    byte state = layer == null
                            ? Coverage.OPAQUE
                            : state(layer, seen.get(i), tile % columns * TILE, tile / columns * TILE_HEIGHT);
                    states[i][tile] = state;
                    hidden[tile] = state == Coverage.OPAQUE;
                }
            }
        }
        return states;
    }

    private static byte state(Layer layer, Seen seen, int x, int y) {
        return layer.coverage()
                .of(
                        seen.horizontal.at(x) - REACH,
                        seen.vertical.at(y) - REACH,
                        seen.horizontal.at(x + TILE - 1) + REACH,
                        seen.vertical.at(y + TILE_HEIGHT - 1) + REACH);
    }

    private void draw(List<Columns> ground, Seen seen, byte[] states, int plane, int width, int height) {
        boolean luma = plane == 0;
        int tile = luma ? TILE : TILE / 2;
        int tileHeight = luma ? TILE_HEIGHT : TILE_HEIGHT / 2;
        int tileColumns = (width + TILE - 1) / TILE;
        int planeWidth = luma ? width : (width + 1) / 2;
        int planeHeight = luma ? height : (height + 1) / 2;
        Axis across = luma ? seen.horizontal : seen.horizontal.chromaCosited();
        Axis down = luma ? seen.vertical : seen.vertical.chromaBetween();
        Layer layer = seen.layer;
        Columns from = layer == null ? ground.get(plane) : layer.value(plane);
        if (layer != null) {
            across = across.within(layer.left() >> (luma ? 0 : 1));
            down = down.within(layer.top() >> (luma ? 0 : 1));
        }
        Grid grid = new Grid(states, tileColumns, tile, tileHeight, planeWidth, planeHeight);
        if (!horizontal(values, from, across, down, grid, true)) {
            return;
        }
        Columns through = layer == null ? null : layer.alpha(plane);
        boolean mixed = through != null && horizontal(alphas, through, across, down, grid, false);
        // Beyond the plane's last eight columns the horizontal step leaves what was there before.
        int ints = (planeWidth + 7) / 8 * 2;
        for (int y = 0; y < planeHeight; y++) {
            int row = y / tileHeight * tileColumns;
            for (int c = 0; c < tileColumns; ) {
                byte state = states[row + c];
                int end = c + 1;
                while (end < tileColumns && states[row + end] == state) {
                    end++;
                }
                int until = Math.min(ints, end * tile / 4);
                if (state == Coverage.OPAQUE) {
                    opaque(from, down.at(y), planes[plane][y], c * tile / 4, until);
                } else if (state == Coverage.MIXED && mixed && through != null) {
                    mixed(from, through, down.at(y), planes[plane][y], c * tile / 4, until);
                }
                c = end;
            }
        }
    }

    private void opaque(Columns from, double position, int[] target, int start, int end) {
        int[] row = values.down(from, position, target, start, end);
        if (row != target) {
            System.arraycopy(row, start, target, start, end - start);
        }
    }

    /** Even in a mixed tile most of a row is clear or opaque; only what is neither is blended. */
    private void mixed(Columns from, Columns through, double position, int[] target, int start, int end) {
        int[] a = alphas.down(through, position, alpha, start, end);
        int at = start;
        while (at < end) {
            byte state = Kernels.coverage(a, at, Math.min(end, at + BLOCK));
            int next = at + BLOCK;
            while (next < end && Kernels.coverage(a, next, Math.min(end, next + BLOCK)) == state) {
                next += BLOCK;
            }
            int until = Math.min(end, next);
            if (state == Coverage.OPAQUE) {
                opaque(from, position, target, at, until);
            } else if (state == Coverage.MIXED) {
                int[] v = values.down(from, position, value, at, until);
                Kernels.over(target, v, a, target, even, odd, at, until);
            }
            at = until;
        }
    }

    /** The tiles of a plane. */
    private record Grid(byte[] states, int columns, int tileWidth, int tileHeight, int width, int height) {
        /** Whether any tile of a strip that is {@code TILE} pixels wide must be drawn, in the given row of tiles. */
        boolean needed(int x, int row, boolean opaqueToo) {
            for (int c = x / tileWidth; c < Math.min(columns, (x + TILE) / tileWidth); c++) {
                byte state = states[row * columns + c];
                if (state == Coverage.MIXED || state == Coverage.OPAQUE && opaqueToo) {
                    return true;
                }
            }
            return false;
        }

        int rows() {
            return states.length / columns;
        }
    }

    /**
     * The horizontal step where tiles need it.
     *
     * @param opaqueToo whether opaque tiles need it, as they do for values but not for alpha
     * @return whether any tile does
     */
    private static boolean horizontal(
            Resampler resampler, Columns source, Axis across, Axis down, Grid grid, boolean opaqueToo) {
        boolean any = false;
        resampler.begin(source, grid.width);
        for (int x = 0; x < grid.width; x += TILE) {
            for (int row = 0; row < grid.rows(); row++) {
                int first = row;
                while (row < grid.rows() && grid.needed(x, row, opaqueToo)) {
                    row++;
                }
                if (row > first) {
                    int y1 = Math.min(grid.height, row * grid.tileHeight);
                    int count = Math.min(TILE, grid.width - x);
                    resampler.across(source, across, down, x, count, first * grid.tileHeight, y1);
                    any = true;
                }
            }
        }
        return any;
    }
}
