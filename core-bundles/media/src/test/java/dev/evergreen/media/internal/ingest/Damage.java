package dev.evergreen.media.internal.ingest;

import java.util.Arrays;
import java.util.Random;

/** Ways in which files break. */
enum Damage {
    /** The end is missing. */
    TRUNCATED {
        @Override
        byte[] done(byte[] file, Random random) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
    },
    /** A few bits are wrong, anywhere. */
    FLIPPED {
        @Override
        byte[] done(byte[] file, Random random) {
            for (int i = 1 + random.nextInt(40); i > 0; i--) {
                file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return file;
        }
    },
    /** Bytes of the head are others; the first ones stay, or nobody would open it. */
    HEAD {
        @Override
        byte[] done(byte[] file, Random random) {
            int end = Math.min(file.length, 400);
            for (int i = 1 + random.nextInt(12); i > 0; i--) {
                file[12 + random.nextInt(end - 12)] = (byte) random.nextInt(256);
            }
            return file;
        }
    },
    /** Two parts have changed places. */
    SWAPPED {
        @Override
        byte[] done(byte[] file, Random random) {
            int length = 4 + random.nextInt(Math.max(1, file.length / 8));
            int first = random.nextInt(Math.max(1, file.length / 2 - length));
            int second = file.length / 2 + random.nextInt(Math.max(1, file.length / 2 - length));
            byte[] all = file.clone();
            System.arraycopy(file, second, all, first, Math.min(length, file.length - second));
            System.arraycopy(file, first, all, second, Math.min(length, file.length - second));
            return all;
        }
    },
    /** Something that may be a size says the most that it can, or nothing. */
    SIZES {
        @Override
        byte[] done(byte[] file, Random random) {
            int[] values = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0, 0x00FFFFFF};
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                int at = 4 * (1 + random.nextInt(Math.max(1, Math.min(file.length, 1_200) / 4 - 2)));
                byte[] number = Boxes.number(4, values[random.nextInt(values.length)]);
                System.arraycopy(number, 0, file, at, Math.min(4, file.length - at));
            }
            return file;
        }
    },
    /** A stretch is zero, as a disk leaves it. */
    ZEROED {
        @Override
        byte[] done(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            Arrays.fill(file, from, Math.min(file.length, from + 1 + random.nextInt(file.length / 2)), (byte) 0);
            return file;
        }
    },
    /** A part is there again. */
    REPEATED {
        @Override
        byte[] done(byte[] file, Random random) {
            int at = random.nextInt(file.length);
            int length = random.nextInt(file.length - at);
            return Boxes.join(Arrays.copyOf(file, at + length), Arrays.copyOfRange(file, at, file.length));
        }
    },
    /** Nothing is right after the first bytes. */
    NOISE {
        @Override
        byte[] done(byte[] file, Random random) {
            byte[] noise = new byte[file.length];
            random.nextBytes(noise);
            System.arraycopy(file, 0, noise, 0, Math.min(file.length, 16 + random.nextInt(48)));
            return noise;
        }
    };

    /** A broken copy; the array given may be changed. */
    abstract byte[] done(byte[] file, Random random);
}
