package dev.evergreen.spi.export;

/**
 * A file for another program.
 *
 * @param name without folders
 * @param mediaType of its content
 * @param text written as UTF-8
 */
public record InterchangeFile(String name, String mediaType, String text) {
    public InterchangeFile {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9 ._-]*")) {
            throw new IllegalArgumentException(
                    "A file's name has no folders and starts with a letter, but this is " + name);
        }
    }
}
