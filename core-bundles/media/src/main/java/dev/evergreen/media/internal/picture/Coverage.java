package dev.evergreen.media.internal.picture;

/** Where a plane of alpha is clear, opaque or in between, in cells of 16 x 16 pixels. */
final class Coverage {
    static final byte CLEAR = 0;
    static final byte MIXED = 1;
    static final byte OPAQUE = 2;
    private static final int CELL = 16;

    private final int left;
    private final int top;
    private final int columns;
    private final int rows;
    private final byte[] state;

    /**
     * @param left of the part that {@code alpha} holds; all outside is clear
     * @param top likewise
     */
    Coverage(byte[] alpha, int left, int top, int width, int height) {
        this.left = left;
        this.top = top;
        columns = (width + CELL - 1) / CELL;
        rows = (height + CELL - 1) / CELL;
        state = new byte[columns * rows];
        for (int cell = 0; cell < state.length; cell++) {
            int x0 = cell % columns * CELL;
            int y0 = cell / columns * CELL;
            state[cell] = state(alpha, width, x0, y0, Math.min(width, x0 + CELL), Math.min(height, y0 + CELL));
        }
    }

    private static byte state(byte[] alpha, int width, int x0, int y0, int x1, int y1) {
        int all = -1;
        int any = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                all &= alpha[y * width + x];
                any |= alpha[y * width + x];
            }
        }
        return any == 0 ? CLEAR : all == -1 ? OPAQUE : MIXED;
    }

    /** What a rectangle of the whole plane is, given by its first and last pixels, which may lie outside. */
    byte of(double x0, double y0, double x1, double y1) {
        int c0 = (int) Math.floor((x0 - left) / CELL);
        int c1 = (int) Math.floor((x1 - left) / CELL);
        int r0 = (int) Math.floor((y0 - top) / CELL);
        int r1 = (int) Math.floor((y1 - top) / CELL);
        boolean clear = true;
        boolean opaque = true;
        for (int r = Math.max(0, r0); r <= Math.min(rows - 1, r1); r++) {
            for (int c = Math.max(0, c0); c <= Math.min(columns - 1, c1); c++) {
                clear &= state[r * columns + c] == CLEAR;
                opaque &= state[r * columns + c] == OPAQUE;
            }
        }
        // What lies outside the plane sees its edge, so cells that are not there change nothing.
        boolean somewhere = r1 >= 0 && r0 < rows && c1 >= 0 && c0 < columns;
        if (!somewhere || clear) {
            return CLEAR;
        }
        return opaque ? OPAQUE : MIXED;
    }
}
