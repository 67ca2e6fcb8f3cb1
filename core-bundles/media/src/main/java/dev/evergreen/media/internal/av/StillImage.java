package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PNG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WEBP;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A decoded PNG, JPEG or WebP picture. */
public final class StillImage implements AutoCloseable {
    private final AVFrame frame;

    private StillImage(AVFrame frame) {
        this.frame = frame;
    }

    /**
     * @throws IOException where the file cannot be read
     * @throws AvException where it is no picture
     */
    public static StillImage read(Path file) throws IOException {
        byte[] data = Files.readAllBytes(file);
        AVCodec codec = avcodec_find_decoder(codec(data, file));
        AVCodecContext context = Av.allocated(avcodec_alloc_context3(codec), "a decoder");
        AVPacket packet = Av.allocated(av_packet_alloc(), "a packet");
        AVFrame frame = Av.allocated(av_frame_alloc(), "a picture");
        try {
            context.thread_count(1);
            Av.check(avcodec_open2(context, codec, (AVDictionary) null), "Opening the decoder of " + file);
            Av.check(av_new_packet(packet, data.length), "Reading " + file);
            packet.data().capacity(data.length).put(data);
            Av.check(avcodec_send_packet(context, packet), "Decoding " + file);
            Av.check(avcodec_send_packet(context, null), "Decoding " + file);
            Av.check(avcodec_receive_frame(context, frame), "Decoding " + file);
            return new StillImage(frame);
        } catch (RuntimeException e) {
            av_frame_free(frame);
            throw e;
        } finally {
            av_packet_free(packet);
            avcodec_free_context(context);
        }
    }

    private static int codec(byte[] data, Path file) {
        if (data.length > 8 && (data[0] & 255) == 0x89 && data[1] == 'P') {
            return AV_CODEC_ID_PNG;
        }
        if (data.length > 3 && (data[0] & 255) == 0xFF && (data[1] & 255) == 0xD8) {
            return AV_CODEC_ID_MJPEG;
        }
        if (data.length > 12 && data[0] == 'R' && data[8] == 'W' && data[9] == 'E') {
            return AV_CODEC_ID_WEBP;
        }
        throw new AvException(file + " is no PNG, JPEG or WebP picture", -1);
    }

    public int width() {
        return frame.width();
    }

    public int height() {
        return frame.height();
    }

    /** Whether the format has an alpha channel. */
    public boolean transparent() {
        return (av_pix_fmt_desc_get(frame.format()).flags() & AV_PIX_FMT_FLAG_ALPHA) != 0;
    }

    /** The picture without its alpha, scaled. */
    public Picture scaled(int width, int height) {
        Picture picture = new Picture(width, height);
        try (Scaler scaler = new Scaler(frame, width, height, org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P)) {
            scaler.scale(frame, picture.frame());
            return picture;
        } catch (RuntimeException e) {
            picture.close();
            throw e;
        }
    }

    /** The pixels as premultiplied R, G, B, A. */
    public Premultiplied premultiplied() {
        AVFrame rgba = frame(AV_PIX_FMT_RGBA, frame.width(), frame.height());
        try {
            if (frame.format() == AV_PIX_FMT_RGBA) {
                Av.check(org.bytedeco.ffmpeg.global.avutil.av_frame_copy(rgba, frame), "Copying a picture");
            } else {
                try (Scaler scaler = new Scaler(frame, frame.width(), frame.height(), AV_PIX_FMT_RGBA)) {
                    scaler.scale(frame, rgba);
                }
            }
            return new Premultiplied(rgba);
        } catch (RuntimeException e) {
            av_frame_free(rgba);
            throw e;
        }
    }

    private static AVFrame frame(int format, int width, int height) {
        AVFrame frame = Av.allocated(av_frame_alloc(), "a picture");
        frame.width(width);
        frame.height(height);
        frame.format(format);
        try {
            Av.check(av_frame_get_buffer(frame, 64), "Allocating a picture of " + width + "x" + height);
            return frame;
        } catch (RuntimeException e) {
            av_frame_free(frame);
            throw e;
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
    }

    /** A picture with premultiplied alpha. */
    public static final class Premultiplied implements AutoCloseable {
        private final AVFrame rgba;

        /** Of pixels that are not premultiplied, as {@code 0xAARRGGBB}. */
        public static Premultiplied of(int[] argb, int width, int height) {
            AVFrame rgba = frame(AV_PIX_FMT_RGBA, width, height);
            java.nio.IntBuffer pixels = pixels(rgba);
            int[] row = new int[width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = argb[y * width + x];
                    row[x] = pixel & 0xFF00FF00 | pixel >> 16 & 255 | (pixel & 255) << 16;
                }
                pixels.put(y * (rgba.linesize(0) / 4), row);
            }
            return new Premultiplied(rgba);
        }

        private Premultiplied(AVFrame rgba) {
            this.rgba = rgba;
            int[] row = new int[rgba.width()];
            var pixels = pixels();
            int stride = rgba.linesize(0) / 4;
            for (int y = 0; y < rgba.height(); y++) {
                pixels.get(y * stride, row);
                multiply(row);
                pixels.put(y * stride, row);
            }
        }

        private static void multiply(int[] row) {
            for (int x = 0; x < row.length; x++) {
                int pixel = row[x];
                int alpha = pixel >>> 24;
                int share = alpha + (alpha >>> 7);
                int even = (pixel & 0x00FF00FF) * share + 0x00800080 >>> 8 & 0x00FF00FF;
                int green = (pixel >>> 8 & 255) * share + 128 & 0xFF00;
                row[x] = alpha << 24 | even | green;
            }
        }

        private java.nio.IntBuffer pixels() {
            return pixels(rgba);
        }

        private static java.nio.IntBuffer pixels(AVFrame rgba) {
            return rgba.data(0)
                    .capacity((long) rgba.linesize(0) * rgba.height())
                    .asByteBuffer()
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer();
        }

        public int width() {
            return rgba.width();
        }

        public int height() {
            return rgba.height();
        }

        /** Lays another picture of the same size over this one. */
        public void over(Premultiplied above) {
            int[] row = new int[rgba.width()];
            int[] top = new int[rgba.width()];
            var pixels = pixels();
            var others = above.pixels();
            for (int y = 0; y < rgba.height(); y++) {
                pixels.get(y * (rgba.linesize(0) / 4), row);
                others.get(y * (above.rgba.linesize(0) / 4), top);
                for (int x = 0; x < row.length; x++) {
                    int alpha = top[x] >>> 24;
                    int left = 256 - alpha - (alpha >>> 7);
                    int below = row[x];
                    int even = (below & 0x00FF00FF) * left >>> 8 & 0x00FF00FF;
                    int odd = (below >>> 8 & 0x00FF00FF) * left & 0xFF00FF00;
                    row[x] = top[x] + (even | odd);
                }
                pixels.put(y * (rgba.linesize(0) / 4), row);
            }
        }

        /** Scales to Y, Cb, Cr and alpha, the first three premultiplied. */
        public LayerPlanes scaled(int width, int height) {
            AVFrame target = frame(AV_PIX_FMT_YUVA420P, width, height);
            try (Scaler scaler = new Scaler(rgba, width, height, AV_PIX_FMT_YUVA420P)) {
                scaler.scale(rgba, target);
                return new LayerPlanes(target);
            } catch (RuntimeException e) {
                av_frame_free(target);
                throw e;
            }
        }

        @Override
        public void close() {
            av_frame_free(rgba);
        }
    }

    /**
     * The planes Y, Cb, Cr and alpha of a layer. A colour that was premultiplied in RGB becomes, by a linear matrix with
     * offsets, short of the offsets' own multiplication: {@code premultiplied(Y) = Y(premultiplied rgb) - 16 (1 - a)}, and
     * 128 in place of 16 for chroma. The reader of the planes subtracts that.
     */
    public static final class LayerPlanes implements AutoCloseable {
        private final AVFrame frame;

        private LayerPlanes(AVFrame frame) {
            this.frame = frame;
        }

        public int width() {
            return frame.width();
        }

        public int height() {
            return frame.height();
        }

        public int stride(int plane) {
            return frame.linesize(plane);
        }

        /** 0 to 3: Y, Cb, Cr, alpha. */
        public ByteBuffer plane(int index) {
            boolean chroma = index == 1 || index == 2;
            int rows = chroma ? (frame.height() + 1) / 2 : frame.height();
            return frame.data(index)
                    .capacity((long) frame.linesize(index) * rows)
                    .asByteBuffer();
        }

        @Override
        public void close() {
            av_frame_free(frame);
        }
    }
}
