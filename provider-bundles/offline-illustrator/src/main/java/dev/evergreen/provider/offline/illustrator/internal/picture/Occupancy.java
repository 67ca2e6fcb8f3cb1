package dev.evergreen.provider.offline.illustrator.internal.picture;

/** Which part of each row of a layer is painted at all: most layers are empty for the most part. */
final class Occupancy {
    private final int[] firsts;
    private final int[] ends;
    private final int height;

    /** @param pixels 0 where nothing is painted */
    Occupancy(int[] pixels, int width, int height) {
        this.height = height;
        firsts = new int[height];
        ends = new int[height];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int first = 0;
            while (first < width && pixels[row + first] == 0) {
                first++;
            }
            int end = width;
            while (end > first && pixels[row + end - 1] == 0) {
                end--;
            }
            firsts[y] = first;
            ends[y] = first == width ? 0 : end;
        }
    }

    /** The leftmost painted pixel of the rows around; the width where there is none. */
    int first(int y, int rows) {
        int first = Integer.MAX_VALUE;
        for (int i = Math.max(0, y - rows); i <= Math.min(height - 1, y + rows); i++) {
            first = Math.min(first, firsts[i]);
        }
        return first;
    }

    /** After the rightmost painted pixel of the rows around; 0 where there is none. */
    int end(int y, int rows) {
        int end = 0;
        for (int i = Math.max(0, y - rows); i <= Math.min(height - 1, y + rows); i++) {
            end = Math.max(end, ends[i]);
        }
        return end;
    }
}
