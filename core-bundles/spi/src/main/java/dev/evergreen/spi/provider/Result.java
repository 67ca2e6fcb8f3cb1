package dev.evergreen.spi.provider;

/** What a capability gives back. Files in it lie in the call's {@link Workspace}. */
public interface Result {}
