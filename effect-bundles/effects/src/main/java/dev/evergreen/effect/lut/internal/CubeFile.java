package dev.evergreen.effect.lut.internal;

import dev.evergreen.kit.picture.ColourCube;

/** Reads the text of a .cube file (Adobe, "Cube LUT Specification", version 1.0) with a three-dimensional table. */
final class CubeFile {
    private static final int LARGEST = 65;

    private CubeFile() {}

    static ColourCube.Look read(String text) {
        int size = 0;
        int count = 0;
        double[] table = new double[0];
        for (String line : text.split("\\R")) {
            String content = line.strip();
            if (content.startsWith("LUT_3D_SIZE")) {
                size = (int) number(content.substring("LUT_3D_SIZE".length()).strip(), line);
                if (size < 2 || size > LARGEST) {
                    throw new IllegalArgumentException("A colour table has 2 to " + LARGEST + " steps, not " + size);
                }
                table = new double[size * size * size * 3];
            } else if (content.startsWith("DOMAIN_MIN") || content.startsWith("DOMAIN_MAX")) {
                domain(content, line);
            } else if (!content.isEmpty() && (Character.isDigit(content.charAt(0)) || content.charAt(0) == '-')) {
                for (String value : content.split("\\s+")) {
                    if (count == table.length) {
                        throw new IllegalArgumentException("The colour table has more values than its size says");
                    }
                    table[count++] = number(value, line);
                }
            }
        }
        if (size == 0 || count < table.length) {
            throw new IllegalArgumentException(
                    "The colour table is not whole: it has " + count + " values of " + table.length);
        }
        return look(table, size);
    }

    private static void domain(String content, String line) {
        double wanted = content.startsWith("DOMAIN_MIN") ? 0 : 1;
        for (String value : content.substring("DOMAIN_MIN".length()).strip().split("\\s+")) {
            if (number(value, line) != wanted) {
                throw new IllegalArgumentException("A colour table must reach from 0 to 1, but has " + line);
            }
        }
    }

    private static double number(String value, String line) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The colour table has the line " + line + ", which are no numbers", e);
        }
    }

    /** Trilinear; red changes fastest in the file. */
    private static ColourCube.Look look(double[] table, int size) {
        return (red, green, blue) -> {
            double[] sum = new double[3];
            double[] at = {red * (size - 1), green * (size - 1), blue * (size - 1)};
            for (int corner = 0; corner < 8; corner++) {
                double weight = 1;
                int index = 0;
                int step = 1;
                for (int i = 0; i < 3; i++) {
                    int low = Math.min(size - 2, (int) at[i]);
                    int up = corner >> i & 1;
                    double share = at[i] - low;
                    weight *= up == 1 ? share : 1 - share;
                    index += (low + up) * step;
                    step *= size;
                }
                for (int i = 0; i < 3; i++) {
                    sum[i] += weight * table[index * 3 + i];
                }
            }
            return sum;
        };
    }
}
