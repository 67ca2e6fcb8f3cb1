package dev.evergreen.media.internal.ingest;

import dev.evergreen.media.internal.render.TestMedia;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes media of every kind that people and providers give, with the executables that the engine ships. */
final class Corpus {
    private static final String SCENE = "testsrc2=size=320x180:rate=25:duration=2";
    private static final String TONE = "sine=frequency=440:duration=2:sample_rate=48000";

    private final Path folder;

    Corpus(Path folder) {
        this.folder = folder;
    }

    private Path make(String name, String... arguments) throws Exception {
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of("-v", "error"));
        all.addAll(List.of(arguments));
        all.add(file.toString());
        TestMedia.ffmpeg(folder, all.toArray(String[]::new));
        return file;
    }

    private Path encoded(String name, String picture, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-f", "lavfi", "-i", picture));
        all.addAll(List.of(arguments));
        return make(name, all.toArray(String[]::new));
    }

    private Path withTone(String name, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-f", "lavfi", "-i", TONE));
        all.addAll(List.of(arguments));
        return encoded(name, SCENE, all.toArray(String[]::new));
    }

    /** Blue, and red in the upper left quarter, to be shown with a quarter turn clockwise. */
    Path turned() throws Exception {
        Path plain = encoded(
                "plain.mp4",
                "color=blue:s=320x180:r=25:d=1,drawbox=x=0:y=0:w=160:h=90:c=red:t=fill",
                "-c:v",
                "libx264");
        return make("turned.mp4", "-display_rotation:v:0", "-90", "-i", plain.toString(), "-c", "copy");
    }

    /** Twenty frames, a second of nothing, thirty frames. */
    Path irregular() throws Exception {
        return encoded(
                "irregular.mkv",
                SCENE + ",setpts='N/(25*TB)+if(gte(N\\,20)\\,1/TB\\,0)'",
                "-fps_mode",
                "passthrough",
                "-c:v",
                "libx264");
    }

    /** The light of a white page (BT.2408: 203 candela a square metre), in 10 bits. */
    Path highDynamicRange(String transfer) throws Exception {
        int level = transfer.equals("smpte2084") ? 573 : 721;
        return tenBits(
                transfer + ".mp4",
                "color=black:s=320x180:r=25:d=0.4,format=yuv420p10le,lutyuv=y=" + level + ":u=512:v=512,"
                        + "setparams=color_primaries=bt2020:colorspace=bt2020nc:range=tv:color_trc=" + transfer);
    }

    Path tenBits() throws Exception {
        return tenBits("ten-bits.mp4", "testsrc2=size=320x180:rate=25:duration=0.4,format=yuv420p10le");
    }

    private Path tenBits(String name, String picture) throws Exception {
        return encoded(name, picture, "-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none");
    }

    /** Red, of which the right half is not to be seen. */
    Path transparent() throws Exception {
        return encoded(
                "transparent.mov",
                "color=red:s=64x64:r=10:d=1,format=rgba,geq=r=255:g=0:b=0:a='if(lt(X\\,32)\\,255\\,0)'",
                "-c:v",
                "png");
    }

    Path interlaced() throws Exception {
        return encoded(
                "interlaced.ts",
                "color=black:s=320x288:r=50:d=1[g];color=white:s=40x288:r=50:d=1[w];[g][w]overlay=x='n*8':y=0,"
                        + "tinterlace=interleave_top,setfield=tff",
                "-c:v",
                "mpeg2video",
                "-b:v",
                "8M",
                "-flags",
                "+ilme+ildct",
                "-field_order",
                "tt");
    }

    Path anamorphic() throws Exception {
        return encoded("anamorphic.mp4", "testsrc2=size=360x288:rate=25:duration=0.4,setsar=64/45", "-c:v", "libx264");
    }

    Path surround() throws Exception {
        return withTone("surround.mkv", "-c:v", "libx264", "-ac", "6", "-c:a", "ac3");
    }

    Path silent() throws Exception {
        return encoded("silent.mp4", SCENE, "-c:v", "libx264");
    }

    /** Its second track, of 1 kHz, is the one to be heard. */
    Path twoTracks() throws Exception {
        return withTone(
                "two-tracks.mkv",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=1000:duration=2",
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-map",
                "2:a",
                "-c:v",
                "libx264",
                "-c:a",
                "flac",
                "-disposition:a:0",
                "0",
                "-disposition:a:1",
                "default");
    }

    /** The sound starts half a second after the pictures. */
    Path lateSound() throws Exception {
        return encoded(
                "late.mkv",
                SCENE,
                "-itsoffset",
                "0.5",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=1",
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-c:v",
                "libx264",
                "-c:a",
                "flac");
    }

    Path finelySampled() throws Exception {
        return encoded(
                "fine.wav", "sine=frequency=440:duration=1:sample_rate=96000", "-ar", "96000", "-c:a", "pcm_s24le");
    }

    Path withCover() throws Exception {
        Path cover = TestMedia.picture(folder, 9, 64, 64);
        return encoded(
                "cover.mp3",
                TONE,
                "-i",
                cover.toString(),
                "-map",
                "0:a",
                "-map",
                "1:v",
                "-c:v",
                "mjpeg",
                "-disposition:v",
                "attached_pic");
    }

    /** A film with its index at the start, or at the end. */
    Path film(boolean indexFirst) throws Exception {
        return withTone(
                indexFirst ? "index-first.mp4" : "index-last.mp4",
                "-c:v",
                "libx264",
                "-g",
                "12",
                "-c:a",
                "aac",
                "-movflags",
                indexFirst ? "+faststart" : "-faststart");
    }

    Path cut(Path file, double share) throws Exception {
        byte[] all = Files.readAllBytes(file);
        return write("cut-" + file.getFileName(), Arrays.copyOf(all, (int) (all.length * share)));
    }

    Path write(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content);
    }

    Path text(String name, String content) throws Exception {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path huge(String ending) throws Exception {
        return encoded("huge." + ending, "testsrc2=size=7680x4320:rate=1:duration=1", "-frames:v", "1", "-update", "1");
    }

    Path animation(String ending) throws Exception {
        return encoded("animation." + ending, "testsrc2=size=96x64:rate=10:duration=1", "-loop", "0");
    }

    Path avif() throws Exception {
        return encoded(
                "still.avif",
                "testsrc2=size=96x64:rate=1:duration=1",
                "-frames:v",
                "1",
                "-c:v",
                "libaom-av1",
                "-cpu-used",
                "8");
    }

    /** Six tiles, cut to 300 by 200; red in the upper left tile, blue in the others. */
    Path heic() throws Exception {
        List<byte[]> tiles = new ArrayList<>();
        byte[] configuration = new byte[0];
        for (int i = 0; i < 6; i++) {
            byte[] mp4 = Files.readAllBytes(encoded(
                    "tile.mp4",
                    "color=" + (i == 0 ? "red" : "blue") + ":s=128x128:r=1:d=1",
                    "-frames:v",
                    "1",
                    "-c:v",
                    "libx265",
                    "-x265-params",
                    "log-level=none",
                    "-tag:v",
                    "hvc1"));
            configuration = Boxes.find(mp4, "hvcC");
            byte[] media = Boxes.find(mp4, "mdat");
            tiles.add(Arrays.copyOfRange(media, 8, media.length));
        }
        return write("photograph.heic", Boxes.heic(configuration, tiles, 3, 128, 300, 200));
    }

    /** A small file that is much work. */
    Path demanding() throws Exception {
        return encoded("demanding.mp4", "color=gray:s=1280x720:r=60:d=10", "-c:v", "libx264", "-preset", "ultrafast");
    }

    /** A film whose tracks say that their media are in another file. */
    Path referring(Path other) throws Exception {
        return write("referring.mov", Boxes.withReferences(Files.readAllBytes(film(false)), Boxes.alias("" + other)));
    }
}
