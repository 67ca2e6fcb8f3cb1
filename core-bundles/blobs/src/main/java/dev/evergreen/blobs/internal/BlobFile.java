package dev.evergreen.blobs.internal;

import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a blob lies and what its file name says: {@code <kind>/<2 digits>/<62 digits>.<size>.<media type>}. All facts are in
 * the name, so one rename makes a blob appear with them and no index can disagree with the folder. The media type has every
 * character but letters, digits, plus, minus and dot written as {@code =} and two hexadecimal digits.
 *
 * @param kind the folder
 * @param ref what is stored
 */
record BlobFile(BlobKind kind, BlobRef ref) {
    private static final String ALGORITHM = "sha256:";
    private static final int PREFIX = 2;
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{62})\\.(\\d{1,18})\\.([A-Za-z0-9+.=-]+)");
    private static final Pattern ESCAPED = Pattern.compile("=([0-9A-F]{2})");

    /** Reads a path below the store's folder; empty for anything that is no blob. */
    static Optional<BlobFile> parse(BlobKind kind, Path path) {
        Path folder = path.getParent();
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (folder == null || !name.matches()) {
            return Optional.empty();
        }
        String digest = ALGORITHM + folder.getFileName() + name.group(1);
        String mediaType = ESCAPED.matcher(name.group(3))
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16))));
        return Optional.of(new BlobFile(kind, new BlobRef(digest, Long.parseLong(name.group(2)), mediaType)));
    }

    Path in(Path root) {
        String hex = ref.digest().substring(ALGORITHM.length());
        return folder(root, kind)
                .resolve(hex.substring(0, PREFIX))
                .resolve(hex.substring(PREFIX) + "." + ref.size() + "." + escape(ref.mediaType()));
    }

    /** The file beside the blob that says it may be evicted; without it the blob stays, which is the safe mistake. */
    Path evictableMark(Path root) {
        String hex = ref.digest().substring(ALGORITHM.length());
        return folder(root, kind).resolve(hex.substring(0, PREFIX)).resolve(hex.substring(PREFIX) + ".evictable");
    }

    static Path folder(Path root, BlobKind kind) {
        return root.resolve(kind.name().toLowerCase(Locale.ROOT));
    }

    private static String escape(String mediaType) {
        StringBuilder name = new StringBuilder();
        for (byte b : mediaType.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
            name.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "=%02X", (int) c));
        }
        return name.toString();
    }
}
