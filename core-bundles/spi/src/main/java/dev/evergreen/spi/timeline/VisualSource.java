package dev.evergreen.spi.timeline;

/** What a visual clip shows. In JSON the property {@code "type"} holds the record's simple name. */
public sealed interface VisualSource permits MediaSource, LayeredSource, SolidSource, TitleSource {}
