package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.EntityTags;
import dev.evergreen.api.internal.http.SecurityHeaders;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.ResourceHandler;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Serves the studio: its files, and its page for every address that is none of a file, so that the studio's own addresses can be opened
 * and reloaded.
 */
public final class StudioHandler implements ResourceHandler {
    private static final String PAGE = "index.html";
    private static final Pattern PLAIN_PATH =
            Pattern.compile("([A-Za-z0-9_@~-][A-Za-z0-9._@~-]*/)*[A-Za-z0-9_@~-][A-Za-z0-9._@~-]*");
    private static final Pattern API = Pattern.compile("/api(/.*)?");

    /** The build puts a digest of the content into the names of what lies there. */
    private static final String HASHED = "assets/";

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final StudioFiles files;

    public StudioHandler(StudioFiles files) {
        this.files = files;
    }

    @Override
    public boolean canHandle(Context context) {
        return find(context).isPresent();
    }

    @Override
    public boolean handle(Context context) {
        Optional<Found> found = find(context);
        found.ifPresent(file -> send(context, file));
        return found.isPresent();
    }

    private record Found(String path, URL content) {}

    private Optional<Found> find(Context context) {
        if (API.matcher(context.path()).matches()) {
            return Optional.empty();
        }
        String path = context.path().substring(1);
        if (PLAIN_PATH.matcher(path).matches()) {
            Optional<Found> file = files.find(path).map(url -> new Found(path, url));
            if (file.isPresent()) {
                return file;
            }
        }
        return asksForPage(context, path) ? files.find(PAGE).map(url -> new Found(PAGE, url)) : Optional.empty();
    }

    /** An address that a person opened: not a missing script or picture, which is better told as missing. */
    private static boolean asksForPage(Context context, String path) {
        String accept = context.header("Accept");
        boolean html = accept == null || accept.contains("text/html") || accept.contains("*/*");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return html && !path.startsWith(HASHED) && !last.contains(".") && !path.contains("..");
    }

    private static void send(Context context, Found file) {
        byte[] content = read(file.content());
        String tag = "\"" + digest(content) + "\"";
        SecurityHeaders.forStudio(context);
        context.header("ETag", tag);
        context.header("Cache-Control", file.path().startsWith(HASHED) ? FOREVER : ASK_AGAIN);
        String known = context.header("If-None-Match");
        if (known != null && EntityTags.matches(known, tag)) {
            context.status(304);
            return;
        }
        String ending = file.path().substring(file.path().lastIndexOf('.') + 1);
        context.status(200);
        context.contentType(TYPES.getOrDefault(ending, "application/octet-stream"));
        context.result(content);
    }

    private static byte[] read(URL url) {
        try (InputStream content = url.openStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The studio's file " + url + " cannot be read", e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean addStaticFileConfig(StaticFileConfig config) {
        return false;
    }

    @Override
    public Set<RouteRole> resourceRouteRoles(Context context) {
        return Set.of();
    }
}
