package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A picture in native memory: 8-bit YCbCr 4:2:0, BT.709, limited range, perhaps with a plane of alpha that is not multiplied into
 * the colours. Freed by {@link #close}.
 */
public final class Picture implements AutoCloseable {
    private static final int[] BLACK = {16, 128, 128};

    private final int width;
    private final int height;
    private final AVFrame frame;
    private final Plane[] planes;
    private final IntBuffer[] ints;
    private boolean abandoned;

    /** An opaque picture. */
    public Picture(int width, int height) {
        this(width, height, false);
    }

    /**
     * @param transparent whether it has alpha; it is opaque at first
     */
    public Picture(int width, int height, boolean transparent) {
        this.width = width;
        this.height = height;
        planes = new Plane[transparent ? 4 : 3];
        ints = new IntBuffer[planes.length];
        frame = Av.allocated(av_frame_alloc(), "a picture");
        try {
            describe(frame, width, height, transparent);
            Av.check(av_frame_get_buffer(frame, 64), "Allocating a picture of " + width + "x" + height);
            for (int i = 0; i < planes.length; i++) {
                boolean full = i == 0 || i == 3;
                int planeHeight = full ? height : (height + 1) / 2;
                int stride = frame.linesize(i);
                ByteBuffer bytes = frame.data(i)
                        .capacity((long) stride * planeHeight)
                        .asByteBuffer()
                        .order(ByteOrder.nativeOrder());
                planes[i] = new Plane(bytes, full ? width : (width + 1) / 2, planeHeight, stride);
                ints[i] = bytes.asIntBuffer();
            }
            // What nobody draws, and what filters read beyond the edges, must not be what happened to lie in memory.
            fill(BLACK);
            if (transparent) {
                fill(3, 255);
            }
        } catch (RuntimeException e) {
            av_frame_free(frame);
            throw e;
        }
    }

    /** Says of a frame what all pictures here are. */
    static void describe(AVFrame frame, int width, int height, boolean transparent) {
        frame.width(width);
        frame.height(height);
        frame.format(transparent ? AV_PIX_FMT_YUVA420P : AV_PIX_FMT_YUV420P);
        frame.sample_aspect_ratio(av_make_q(1, 1));
        frame.color_range(AVCOL_RANGE_MPEG);
        frame.colorspace(AVCOL_SPC_BT709);
        frame.color_primaries(AVCOL_PRI_BT709);
        frame.color_trc(AVCOL_TRC_BT709);
        frame.chroma_location(AVCHROMA_LOC_LEFT);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Whether it has a plane of alpha, the fourth. */
    public boolean transparent() {
        return planes.length == 4;
    }

    public Plane plane(int index) {
        return planes[index];
    }

    /** Writes whole ints of four pixels from column {@code 4 * at} on. */
    public void write(int plane, int y, int at, int[] pixels, int count) {
        ints[plane].put(y * (planes[plane].stride() / 4) + at, pixels, 0, count);
    }

    /** Reads whole ints of four pixels from column {@code 4 * at} on. */
    public void read(int plane, int y, int at, int[] pixels, int count) {
        ints[plane].get(y * (planes[plane].stride() / 4) + at, pixels, 0, count);
    }

    /** The picture as plugins see it that leave alpha alone. */
    public VideoFrame asFrame(long number) {
        return new VideoFrame(number, planes[0], planes[1], planes[2]);
    }

    /** The picture with its alpha, if it has some. */
    public VideoFrame asTransparentFrame(long number) {
        return transparent() ? new VideoFrame(number, planes[0], planes[1], planes[2], planes[3]) : asFrame(number);
    }

    /** Fills it with one colour, given as Y, Cb and Cr. */
    public void fill(int[] colour) {
        for (int i = 0; i < 3; i++) {
            fill(i, colour[i]);
        }
    }

    /** Fills one plane. */
    public void fill(int plane, int value) {
        int[] row = new int[planes[plane].stride() / 4];
        java.util.Arrays.fill(row, (value & 255) * 0x01010101);
        for (int y = 0; y < planes[plane].height(); y++) {
            write(plane, y, 0, row, row.length);
        }
    }

    /** Copies the colours of a picture of the same size. */
    public void copy(Picture other) {
        for (int i = 0; i < 3; i++) {
            copy(other, i);
        }
    }

    /** Copies one plane of a picture of the same size. */
    public void copy(Picture other, int plane) {
        planes[plane]
                .data()
                .put(0, other.planes[plane].data(), 0, planes[plane].data().capacity());
    }

    /** Never frees it, because a thread that nobody can stop may still write to it. */
    public void abandon() {
        abandoned = true;
    }

    AVFrame frame() {
        return frame;
    }

    @Override
    public void close() {
        if (!abandoned) {
            av_frame_free(frame);
        }
    }
}
