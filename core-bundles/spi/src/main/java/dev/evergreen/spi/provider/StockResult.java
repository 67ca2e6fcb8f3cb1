package dev.evergreen.spi.provider;

import java.net.URI;

/**
 * @param media the file
 * @param attribution author, source and licence as the vendor wants them shown; kept on the asset
 * @param page where it was found
 */
public record StockResult(MediaFile media, String attribution, URI page) implements Result {}
